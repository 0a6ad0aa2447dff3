package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service with its own settings. */
class ServiceIntegrationTests extends ServiceTest {
    @Value("${server.address}")
    private String address;

    @LocalServerPort
    private int port;

    @Test
    void listensToThisMachineOnly() throws Exception {
        assertThat(address).isEqualTo("127.0.0.1");
        for (InetAddress other : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(one -> !one.isLoopbackAddress())
                .toList()) {
            assertThatThrownBy(() -> new Socket(other, port).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void allowsNoOtherOrigin() throws Exception {
        HttpResponse<String> answer = client.send(
                client.to("/problems").header("Origin", "https://notes.example").build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"})
    void saysThatItIsReady(String path) throws Exception {
        HttpResponse<String> answer = client.send(client.to(path).build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(InspectionClient.JSON.readTree(answer.body()).get("status").stringValue())
                .isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/health", "/v3/api-docs", "/swagger-ui/index.html", "/v3/api-docs/swagger-config"})
    void leavesThePagesOfOthersTheirOwnParameters(String path) throws Exception {
        HttpResponse<String> answer =
                client.send(client.to(path + "?from=a-link").build());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/datasets?state=QUEUED, state",
        "/v1/datasets/iris/rows?foo=1, foo",
        "/v1/datasets?limit=1&limit=2, limit",
        "/v1/mistakes?limit=1, limit",
        "/problems?limit=1, limit"
    })
    void refusesParametersThatMeanNothing(String path, String parameter) throws Exception {
        HttpResponse<String> answer = client.send(client.to(path).build());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(InspectionClient.problem(answer, "invalid-request")
                        .at("/errors/0/parameter")
                        .stringValue())
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/shutdown", "/failure"})
    void showsNothingOfItsInside(String path) throws Exception {
        HttpResponse<String> answer = client.send(client.to(path).build());

        assertThat(answer.statusCode()).isEqualTo(404);
        InspectionClient.problem(answer, "not-found");
    }

    @Test
    void takesInspectionsByPostOnly() throws Exception {
        HttpResponse<String> answer = client.send(client.to("/v1/inspections").build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
        InspectionClient.problem(answer, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-npz", "application/x-safetensors"})
    void compressesNoTensors(String type) throws Exception {
        HttpResponse<byte[]> answer = client.fetch(client.to("/v1/inspections")
                .header("Content-Type", "application/json")
                .header("Accept", type)
                .header("Accept-Encoding", "gzip, deflate, br, zstd")
                .POST(BodyPublishers.ofByteArray(InspectionClient.JSON.writeValueAsBytes(Sound.of("three-layers"))))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSizeGreaterThan(2048);
        assertThat(answer.headers().map()).doesNotContainKey("content-encoding");
    }
}
