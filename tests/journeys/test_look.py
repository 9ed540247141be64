"""The elder mode: remembered, there before the first paint, with targets that a thumb finds."""

from .steps import press

SMALL = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('.skip, p, .hide, .history, dd'))
    .filter(one => !['checkbox', 'radio', 'hidden'].includes(one.type))
    .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height < 59.5)
    .map(([html, box]) => `${Math.round(box.height)} ${html}`)"""


def test_the_elder_mode_is_remembered_and_there_before_the_first_paint(visit):
    page = visit("zhoumingyuan", width=375)
    page.get_by_role("link", name="长辈版").click()
    page.goto("/plans/tasks/")
    sent = page.request.get("/plans/tasks/").text()
    assert 'class="no-script elder"' in sent, "the server writes it: nothing jumps"
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "21px"
    page.get_by_role("link", name="长辈版").click()
    assert "elder" not in page.evaluate("document.documentElement.className")


def test_in_the_elder_mode_everything_that_is_tapped_is_sixty_pixels_high(visit):
    page = visit("zhoumingyuan", "/ui/look/?change=elder&to=on&next=/", width=375)
    for path in ("/", "/plans/tasks/", "/account/devices/"):
        page.goto(path)
        assert page.evaluate(SMALL) == [], path
    page.goto("/")
    press(page, "填进展")
    assert page.evaluate(SMALL) == [], page.url
