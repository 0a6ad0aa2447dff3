package dev.gradlens.diagnosis.web;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service with its own settings, started once for all tests that extend this. */
@Timeout(120)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class DiagnosisServiceTest {
    DiagnosisClient client;

    @LocalServerPort
    int port;

    @BeforeEach
    void callIt() {
        client = new DiagnosisClient(port);
    }
}
