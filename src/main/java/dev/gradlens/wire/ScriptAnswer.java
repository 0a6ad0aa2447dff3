package dev.gradlens.wire;

/** An answer that is also given as a program in Python, to whoever accepts that rather than JSON. */
public interface ScriptAnswer {
    String MEDIA_TYPE = "text/x-python";

    /** The program. */
    String script();
}
