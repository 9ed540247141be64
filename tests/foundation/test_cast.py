"""The standing cast is what its docstring says."""


def test_everybody_of_the_cast_stands_where_the_tree_says(tree, secretary, neighbour, superior, office_town, visitor):
    assert len(tree.all) == 17
    assert [actor.path for actor in (secretary, neighbour, superior, office_town)] == [
        tree.branch.path,
        tree.other_branch.path,
        tree.community.path,
        tree.town.path,
    ]
    assert visitor is None
