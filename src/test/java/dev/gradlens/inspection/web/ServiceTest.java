package dev.gradlens.inspection.web;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service with its own settings, started once for all tests that extend this. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ServiceTest {
    InspectionClient client;

    @LocalServerPort
    private int port;

    @BeforeEach
    void callIt() {
        client = new InspectionClient(port);
    }
}
