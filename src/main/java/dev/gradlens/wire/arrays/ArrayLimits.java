package dev.gradlens.wire.arrays;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a file of arrays may hold. A number takes eight bytes once it is read, however few it has in the file.
 *
 * @param count arrays in a file: a thousand layers, the most there may be, have six thousand parameters
 * @param one the memory of one array: 8 million numbers
 * @param total the memory of all arrays of a file: 16 million numbers, as many as the longest body holds in half precision
 * @param header the longest header: 10,000 arrays take a hundred bytes each in the header of safetensors, while NumPy
 *     itself reads none beyond 10,000 bytes
 * @param compression bytes that one compressed byte may become: deflate cannot make more of it, an array of zeros comes
 *     near, and a size that claims more is a lie
 */
@Validated
@ConfigurationProperties("gradlens.limits.arrays")
public record ArrayLimits(
        @DefaultValue("10000") @Min(1) int count,
        @DefaultValue("64MB") DataSize one,
        @DefaultValue("128MB") DataSize total,
        @DefaultValue("1MB") DataSize header,
        @DefaultValue("1032") @Min(1) int compression) {}
