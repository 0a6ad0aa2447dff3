package dev.gradlens.inspection.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about parameters and batches, each broken once. */
class ValueRefusalsIntegrationTests extends RefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | 0/W - | 0/W | is missing",
                "three-layers | 0/b - | 0/b | is missing",
                "three-layers | 1/b = [1, 2, 3, 4] | 1/b | a layer without bias has no b",
                "three-layers | 2/gamma = [1, 2, 3] | 2/gamma | a layer without normalization has no gamma and no beta",
                "inference | 1/beta = [1, 2, 3, 4] | 1/beta | a layer without normalization has no gamma and no beta",
                "three-layers | 1/runningMean = [1, 2, 3, 4] | 1/runningMean | only batch normalization keeps running statistics",
                "three-layers | 1/runningVariance = [1, 2, 3, 4] | 1/runningVariance | only batch normalization keeps",
                "course-rms | 0/W = [[1]] | 0/W | a normalize layer has no W",
                "course-rms | 0/b = [1, 2, 3, 4] | 0/b | a layer without bias has no b",
                "three-layers | 0/W = [[1, 2, 3]] | 0/W | has shape 1×3, expected 5×3 (units × inputs)",
                "three-layers | 0/gamma = [1, 2] | 0/gamma | has 2 entries, expected 5 (units)",
                "three-layers | 0/gamma = [[1, 2, 3, 4, 5]] | 0/gamma | must be an array of numbers or a column [[1], [2]], got a matrix of 1×5",
                "three-layers | 0/W/2 = [1, 2] | 0/W/2 | has 2 numbers where the rows before have 3",
                "three-layers | 1/beta/2/0 = \"NaN\" | 1/beta/2/0 | must be a finite number, got 'NaN'",
                "inference | 0/runningVariance/1 = -1 | 0/runningVariance/1 | must be at least 0, got -1.0",
                "three-layers | 2 - | ! | has 2 entries, but the network has 3 layers",
            })
    void refusesParameters(String request, String change, String pointer, String sentence) throws Exception {
        String layers = "/parameters/layers";
        assertRefused(request, layers + "/" + change, pointer.equals("!") ? layers : layers + "/" + pointer, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | X - | X | is missing; it must be a matrix",
                "three-layers | X = [] | X | must not be empty",
                "three-layers | X = [[]] | X/0 | must not be empty",
                "three-layers | X/2 = [1, 2] | X/2 | has 2 numbers where the rows before have 3",
                "three-layers | X = [[1, 2]] | X labels | has shape 1×2, expected 1×3 (examples×inputs)",
                "three-layers | layout = \"columns\" | X labels | has shape 6×3, expected 3×3 (inputs×examples)",
                "three-layers | labels - | Y | is missing: the loss crossEntropy needs Y (or labels)",
                "inference | Y - | Y | is missing: the loss meanSquaredError needs Y",
                "lone-batch | upstream - | upstream | is missing: the loss upstream needs upstream",
                "three-layers | labels = [0, 1] | labels | has 2 entries, expected 6 (examples)",
                "three-layers | labels/3 = 3 | labels/3 | must be a class from 0 to 2, got 3",
                "three-layers | labels/3 = -1 | labels/3 | must be a class from 0 to 2, got -1",
                "three-layers | labels/3 = 0.5 | labels/3 | must be an integer, got 0.5",
                "three-layers | labels/3 = 4294967296 | labels/3 | must be an integer, got 4.294967296E9",
                "three-layers | labels = [0, 1.5, \"2\", 3, 1, -1] | labels/2 labels/1 labels/3 labels/5 | must be a number, got a string",
                "three-layers | labels = [[0], [1], [2], [3], [1], [1]] | labels/3/0 | must be a class from 0 to 2",
                "logits | labels/1 = 2 | labels/1 | must be a class from 0 to 1, got 2",
                "course-rms | labels = [0, 1, 1, 0, 1] | labels | stands beside Y; a batch has one of Y, labels and upstream",
                "three-layers | upstream = [[1]] & /batch/labels - | upstream Y | belongs to the loss upstream, not to crossEntropy",
                "lone-batch | Y = [[1]] & /batch/upstream - | Y upstream | does not belong to the loss upstream",
                "lone-batch | labels = [0, 1, 2, 0, 1] & /batch/upstream - | labels upstream | does not belong to the loss upstream",
                "inference | labels = [0, 1, 2, 3, 0] & /batch/Y - | labels Y | does not belong to the loss meanSquaredError",
                "inference | Y = [[1], [2], [3], [4], [5]] | Y | has shape 5×1, expected 5×4 (examples×outputs), as A of the last layer",
                "lone-batch | upstream/0/0 = 1e400 | upstream/0/0 | is beyond the range of a double",
            })
    void refusesBatches(String request, String change, String pointers, String sentence) throws Exception {
        assertRefused(request, "/batch/" + change, pointers.replaceAll("(^| )", "$1/batch/"), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | /network/layers/0/normalization/varianceEstimator = \"unbiased\" & /batch/X = [[1, 2, 3]] & /batch/labels = [1] | 0 | which is 0 over a batch of one example",
                "logits | /network/layers/0/normalization = {\"type\": \"layer\", \"varianceEstimator\": \"unbiased\"} | 0 | which is 0 over a layer of one unit",
            })
    void refusesAnUnbiasedVarianceOfOneValue(String request, String changes, String layer, String sentence)
            throws Exception {
        String pointer = "/network/layers/" + layer + "/normalization/varianceEstimator";
        assertRefused(request, changes, pointer, sentence);
    }
}
