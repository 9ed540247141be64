from django.urls import path

from .views import arrivals, letters, mine, proposing, transfers

app_name = "transfers"
urlpatterns = [
    path("", transfers.transfers, name="transfers"),
    path("new/", proposing.choose, name="choose"),
    path("members/<int:pk>/", proposing.propose, name="propose"),
    path("<int:pk>/", transfers.transfer, name="transfer"),
    path("<int:pk>/revocation/", transfers.revocation, name="revocation"),
    path("steps/<int:pk>/proposal/", transfers.proposal, name="proposal"),
    path("steps/<int:pk>/review/", transfers.review, name="review"),
    path("steps/<int:pk>/reception/", transfers.reception, name="reception"),
    path("steps/<int:pk>/letter/", letters.issue, name="issue"),
    path("steps/<int:pk>/reissue/", letters.reissue, name="reissue"),
    path("steps/<int:pk>/receipt/", letters.receipt, name="receipt"),
    path("steps/<int:pk>/recall/", letters.recall, name="recall"),
    path("letters/<int:pk>/word/", letters.letter_word, name="letter_word"),
    path("arrivals/", arrivals.arrivals, name="arrivals"),
    path("arrivals/new/", arrivals.new_arrival, name="new_arrival"),
    path("arrivals/<int:pk>/word/", arrivals.receipt_word, name="receipt_word"),
    path("mine/", mine.mine, name="mine"),
    path("mine/new/", mine.ask, name="ask"),
    path("mine/<int:pk>/revocation/", mine.revocation, name="own_revocation"),
]
