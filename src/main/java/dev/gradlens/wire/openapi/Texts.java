package dev.gradlens.wire.openapi;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentElement;
import com.github.therapi.runtimejavadoc.CommentText;
import com.github.therapi.runtimejavadoc.FieldJavadoc;
import com.github.therapi.runtimejavadoc.InlineLink;
import com.github.therapi.runtimejavadoc.InlineTag;
import com.github.therapi.runtimejavadoc.InlineValue;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.lang.reflect.RecordComponent;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is described by Javadoc, in Markdown: a comment is written once, and read by developers and clients alike. */
final class Texts {
    private Texts() {}

    static @Nullable String of(Class<?> type) {
        return markdown(RuntimeJavadoc.getJavadoc(type).getComment());
    }

    static @Nullable String of(RecordComponent component) {
        return RuntimeJavadoc.getJavadoc(component.getDeclaringRecord()).getRecordComponents().stream()
                .filter(documented -> documented.getName().equals(component.getName()))
                .findFirst()
                .map(ParamJavadoc::getComment)
                .map(Texts::markdown)
                .orElse(null);
    }

    static @Nullable String of(Enum<?> constant) {
        FieldJavadoc documented = RuntimeJavadoc.getJavadoc(constant);
        return markdown(documented.getComment());
    }

    private static @Nullable String markdown(Comment comment) {
        String text = comment.getElements().stream()
                .map(Texts::markdown)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .replaceAll(" ?<p> ?", "\n\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
        return text.isEmpty() ? null : text;
    }

    private static String markdown(CommentElement element) {
        return switch (element) {
            case CommentText text -> text.getValue();
            case InlineTag tag -> "`" + tag.getValue() + "`";
            case InlineLink link -> link.getLink().getLabel();
            case InlineValue value -> value.getValue().toString();
            default -> throw new IllegalArgumentException("a comment of " + element.getClass());
        };
    }
}
