package dev.gradlens.inspection.web;

class GoldenIntegrationTests extends GoldenContract {}
