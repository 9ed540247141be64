from django.urls import include, path

from .views import boards, differences, drilling, figure, outlines, screens

app_name = "dashboards"
urlpatterns = [
    path("api/", include("jingwei.domains.dashboards.api.urls")),
    path("figures/", boards.board, name="board"),
    path("figures/list/", figure.catalogue, name="catalogue"),
    path("figures/<int:pk>/", boards.board, name="board_of"),
    path("figures/<int:pk>/table/", boards.table, name="table"),
    path("figures/<int:pk>/table/export/", boards.table_workbook, name="table_workbook"),
    path("figures/<int:pk>/differences/", differences.of_board, name="board_differences"),
    path("figures/<int:pk>/<str:key>/", figure.figure, name="figure"),
    path("figures/<int:pk>/<str:key>/rows/", drilling.rows, name="rows"),
    path("figures/<int:pk>/<str:key>/rows/export/", drilling.rows_workbook, name="rows_workbook"),
    path("figures/<int:pk>/<str:key>/differences/", differences.differences, name="differences"),
    path("screens/", screens.screens, name="screens"),
    path("screens/new/", screens.new_screen, name="new_screen"),
    path("screens/<int:pk>/end/", screens.end_screen, name="end_screen"),
    path("screen/<str:token>/", screens.screen, name="screen"),
    path("outlines/", outlines.outlines, name="outlines"),
    path("outlines/new/", outlines.new_outlines, name="new_outlines"),
    path("outlines/load/", outlines.load_outlines, name="load_outlines"),
    path("outlines/file/", outlines.outlines_file, name="outlines_file"),
    path("outlines/<int:pk>/removal/", outlines.outline_removal, name="outline_removal"),
]
