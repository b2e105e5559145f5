"""Addresses of the guideline."""

from django.urls import path

from theke.guidelines import views

app_name = "guidelines"
urlpatterns = [path("guideline/", views.points, name="points")]
