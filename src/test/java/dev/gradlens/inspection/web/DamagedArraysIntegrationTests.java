package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.arrays.Damage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged file is refused at the array or at all of them, or what was damaged does not matter. */
class DamagedArraysIntegrationTests extends ServiceTest {
    private static final int FILES = 100;

    @ParameterizedTest
    @ValueSource(strings = {"npz", "safetensors"})
    void refusesDamagedFiles(String form) throws Exception {
        Apart apart = Apart.of(ArraysRequestIntegrationTests.example("paper"));
        Damage damage = new Damage(new Random(form.length()), List.of(apart.file(form)));

        for (int i = 0; i < FILES; i++) {
            assertRefused(Parcel.of(apart.request().toString(), damage.next(), "application/x-" + form));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"npz", "safetensors"})
    void refusesDamagedParcels(String form) throws Exception {
        Apart apart = Apart.of(ArraysRequestIntegrationTests.example("paper"));
        Damage damage =
                new Damage(new Random(form.length()), List.of(apart.parcel(form).bytes()));

        for (int i = 0; i < FILES / 2; i++) {
            HttpResponse<String> answer = client.send(client.to("/v1/inspections")
                    .header("Content-Type", Parcel.TYPE)
                    .POST(BodyPublishers.ofByteArray(damage.next()))
                    .build());

            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 415, 422);
        }
    }

    private void assertRefused(Parcel parcel) throws Exception {
        HttpResponse<String> answer = client.post(parcel);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 422);
        if (answer.statusCode() == 422) {
            assertThat(InspectionClient.pointers(InspectionClient.problem(answer, "invalid-request")))
                    .isNotEmpty();
        }
    }
}
