"""Addresses of the register."""

from django.urls import path

from theke.channels.views import budgets, comparison, figures, register, wizard

app_name = "channels"
urlpatterns = [
    path("", register.channels, name="list"),
    path("<int:pk>/", register.page, name="page"),
    path("<int:pk>/edit/", register.edit, name="edit"),
    path("<int:pk>/check/", register.check, name="check"),
    path("<int:pk>/disconnect/", register.disconnect, name="disconnect"),
    path("<int:pk>/reconnect/", wizard.reconnect, name="reconnect"),
    path("<int:pk>/figures/", figures.figures, name="figures"),
    path("<int:pk>/budget/", budgets.budget, name="budget"),
    path("networks/", comparison.comparison, name="networks"),
    path("networks/<slug:key>/", comparison.one_network, name="network"),
    path("connect/", wizard.connect, name="connect"),
    path("connect/costs/", wizard.costs, name="costs"),
    path("connect/question/", wizard.question, name="question"),
    path("connect/leave/", wizard.leave, name="leave"),
    path("connect/choose/", wizard.choose, name="choose"),
    path("connect/return/", wizard.come_back, name="return"),
]
