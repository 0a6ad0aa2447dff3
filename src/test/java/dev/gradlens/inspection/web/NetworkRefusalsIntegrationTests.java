package dev.gradlens.inspection.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about a network, each broken once. */
class NetworkRefusalsIntegrationTests extends RefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | /inputs = 0 | /inputs | must be at least 1, got 0",
                "three-layers | /weightDecay = -1 | /weightDecay | must be at least 0, got -1",
                "three-layers | /loss = \"hinge\" | /loss | must be one of crossEntropy,",
                "three-layers | /loss = \"binaryCrossEntropy\" | /loss /batch/labels | needs sigmoid on the last layer, whose activation is softmax",
                "logits | /loss = \"crossEntropy\" | /loss /batch/labels/1 /batch/labels/3 | needs softmax on the last layer, whose activation is identity",
                "three-layers | /layers/0/activation = \"softmax\" | /layers/0/activation | softmax stands on the last layer only",
                "three-layers | /layers/0/activation = {\"type\": \"relu\", \"slope\": 1} | /layers/0/activation/slope | is not a field of relu",
                "three-layers | /layers/1/activation = {\"type\": \"leakyRelu\", \"alpha\": 1} | /layers/1/activation/alpha | is not a field of leakyRelu",
                "three-layers | /layers/0/activation = {\"slope\": 1} | /layers/0/activation/type | is missing",
                "three-layers | /layers/0/type = \"convolution\" | /layers/0/type | must be one of dense, normalize, got 'convolution'",
                "course-rms | /layers/0/units = 4 | /layers/0/units | is not a field of a normalize layer",
                "course-rms | /layers/0/bias = true | /layers/0/bias | is not a field of a normalize layer",
                "course-rms | /layers/0/normalization - | /layers/0/normalization | is missing",
                "course-rms | /layers/0/normalization = {} | /layers/0/normalization/type | is missing; it must be one of batch, layer, rms, none",
                "course-rms | /layers/0/normalization = {\"type\": \"none\"} | /layers/0/normalization /parameters/layers/0/gamma /parameters/layers/0/beta | must be of type batch, layer or rms",
            })
    void refusesLayersAndLosses(String request, String change, String pointer, String sentence) throws Exception {
        assertRefused(request, inNetwork(change), inNetwork(pointer), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | epsilon | -1e-9 | must be at least 0, got -1.0E-9",
                "0 | epsilonPlacement | \"inside\" | must be one of insideSqrt, outsideSqrt, got 'inside'",
                "0 | momentum | 1.5 | must be at most 1, got 1.5",
                "0 | momentum | -0.5 | must be at least 0, got -0.5",
                "0 | momentumConvention | true | must be one of keepOld, takeNew, got a boolean",
                "0 | axis | 0 | is not a field of a batch normalization",
                "1 | momentum | 0.9 | is not a field of a layer normalization",
                "1 | momentumConvention | \"keepOld\" | is not a field of a layer normalization",
                "1 | runningVarianceEstimator | \"biased\" | is not a field of a layer normalization",
            })
    void refusesConventionsThatANormalizationDoesNotHave(String layer, String field, String value, String sentence)
            throws Exception {
        String pointer = "/network/layers/" + layer + "/normalization/" + field;
        assertRefused("three-layers", pointer + " = " + value, pointer, sentence);
    }

    @ParameterizedTest
    @CsvSource({"varianceEstimator, \"biased\"", "momentum, 0.5", "runningVarianceEstimator, \"biased\""})
    void refusesWhatRmsDoesNotHave(String field, String value) throws Exception {
        String pointer = "/network/layers/0/normalization/" + field;
        assertRefused("course-rms", pointer + " = " + value, pointer, "is not a field of an RMS normalization");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | /network/layers/0/normalization/epsilon = 0",
                "three-layers | /network/layers/0/normalization/momentum = 0",
                "three-layers | /network/layers/0/normalization/momentum = 1",
                "three-layers | /network/layers/0/units = 5.0",
                "three-layers | /network/weightDecay = 0",
                "three-layers | /network/layers/0/activation = {\"type\": \"relu\"}",
                "inference | /network/layers/0/normalization/varianceEstimator = \"unbiased\" & /batch/X = [[1, 2]] & /batch/Y = [[1, 2, 3, 4]]",
            })
    void allowsTheEndsOfRanges(String request, String changes) throws Exception {
        client.inspect(Edit.apply(Sound.of(request), changes));
    }

    /** The network's own places are given from the network on. */
    private static String inNetwork(String places) {
        return places.replaceAll("(^| )(/(inputs|weightDecay|loss|layers))", "$1/network$2");
    }
}
