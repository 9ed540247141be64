from jingwei.regulations.citing import basis_link


def test_a_basis_is_shown_in_words_and_leads_to_its_paper():
    assert basis_link("branch-work-regulations-2018, 第四条") == (
        "《中国共产党支部工作条例（试行）》第四条",
        "/regulations/instruments/branch-work-regulations-2018/",
    )


def test_a_basis_that_names_no_paper_is_shown_as_it_is():
    assert basis_link("云桥镇党委〔2026〕3号") == ("云桥镇党委〔2026〕3号", "")
