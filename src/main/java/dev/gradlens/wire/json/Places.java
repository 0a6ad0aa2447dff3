package dev.gradlens.wire.json;

import tools.jackson.core.TokenStreamLocation;

/** Places in a text of which a tokenizer has not seen all, made of those that it believes in. */
final class Places {
    private int movedLine = 1;
    private int linesBefore;
    private int columnsBefore;

    /** Notes what was read past a tokenizer that believes to be here. */
    void skip(TokenStreamLocation believed, Blanks skipped) {
        int column = column(believed);
        linesBefore = line(believed) + skipped.lines() - believed.getLineNr();
        int behind = skipped.columns() + (skipped.lines() > 0 ? 1 : column);
        columnsBefore = behind - believed.getColumnNr();
        movedLine = believed.getLineNr();
    }

    /** From 1. */
    int line(TokenStreamLocation believed) {
        return Math.max(1, believed.getLineNr()) + linesBefore;
    }

    /** From 1. */
    int column(TokenStreamLocation believed) {
        int moved = believed.getLineNr() == movedLine ? columnsBefore : 0;
        return Math.max(1, believed.getColumnNr()) + moved;
    }
}
