package dev.gradlens.diagnosis.rounding;

/**
 * The digits of the shortest decimal that reads as a number.
 *
 * @param significant how many there are, trailing zeros left out
 * @param decimals how many of them stand behind the point; 0 for an integer
 * @param isSingle whether the number is a float32 exactly
 * @param isPrintedSingle whether it is the shortest decimal of a float32
 */
record Digits(int significant, int decimals, boolean isSingle, boolean isPrintedSingle) {

    /** As many as the shortest decimal of a float32 may have. */
    static final int DIGITS_OF_SINGLE = 9;

    /** Of a finite number other than 0. */
    static Digits of(double x) {
        String text = Double.toString(Math.abs(x));
        int exponentAt = text.indexOf('E');
        String mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
        int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text, exponentAt + 1, text.length(), 10);
        int point = mantissa.indexOf('.');
        int last = lastDigit(mantissa);
        int first = firstDigit(mantissa);
        int significant = last - first + 1 - (first < point && point < last ? 1 : 0);
        int behind = last > point ? last - point : 0;
        boolean single = (float) x == x;
        boolean printed =
                !single && significant <= DIGITS_OF_SINGLE && Double.parseDouble(Float.toString((float) x)) == x;
        return new Digits(significant, Math.max(0, behind - exponent), single, printed);
    }

    private static int firstDigit(String mantissa) {
        int first = 0;
        while (mantissa.charAt(first) == '0' || mantissa.charAt(first) == '.') {
            first++;
        }
        return first;
    }

    private static int lastDigit(String mantissa) {
        int last = mantissa.length() - 1;
        while (mantissa.charAt(last) == '0' || mantissa.charAt(last) == '.') {
            last--;
        }
        return last;
    }
}
