package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;

/** The forms in which a tensor may stand in a request, which tell where its entries do. */
public enum Form {
    /** Numbers in an array. */
    ARRAY,
    /** Rows in an array; a column has one number in each. */
    ROWS,
    /** Numbers in {@code data}, row by row. */
    FLAT,
    /** Bytes in {@code base64}, within which no pointer leads. */
    BASE64;

    /**
     * Says what is wrong with an entry.
     *
     * @param columns of the tensor; 1 for a vector
     * @param entry its place in row-major order, from 0
     * @param detail words that follow the entry's name
     */
    void fault(Place tensor, int columns, int entry, String detail) {
        switch (this) {
            case ARRAY -> tensor.item(entry).fault(detail);
            case ROWS -> tensor.item(entry / columns).item(entry % columns).fault(detail);
            case FLAT -> tensor.member(FlatForm.DATA).item(entry).fault(detail);
            case BASE64 -> tensor.member(FlatForm.BASE64).fault("entry " + entry + " (from 0) " + detail);
        }
    }
}
