package dev.gradlens.wire.http;

import dev.gradlens.wire.bind.WireNames;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads an enumeration in an address by the names that it has in bodies. */
@SuppressWarnings("rawtypes") // The family of all enumerations has no type but the raw one.
final class WireNameConverter implements ConverterFactory<String, Enum> {
    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return name -> Stream.of(type.getEnumConstants())
                .filter(constant -> WireNames.of((Enum<?>) constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such name"));
    }
}
