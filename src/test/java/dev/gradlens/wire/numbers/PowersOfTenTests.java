package dev.gradlens.wire.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class PowersOfTenTests {
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");

    private static BigDecimal powerOfTwo(int n) {
        return n < 0 ? BigDecimal.ONE.divide(powerOfTwo(-n)) : new BigDecimal(BigInteger.TWO.pow(n));
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    @Test
    void keepsTheFirst128BitsOfEachPower() {
        for (int n = PowersOfTen.LEAST; n <= PowersOfTen.GREATEST; n++) {
            BigInteger bits = unsigned(PowersOfTen.high(n)).shiftLeft(64).add(unsigned(PowersOfTen.low(n)));
            BigDecimal unit = powerOfTwo(PowersOfTen.floorLog2(n) - 127);
            BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(n);

            assertThat(bits.bitLength()).isEqualTo(128);
            assertThat(new BigDecimal(bits).multiply(unit)).isLessThanOrEqualTo(power);
            assertThat(new BigDecimal(bits.add(BigInteger.ONE)).multiply(unit)).isGreaterThan(power);
        }
    }

    @Test
    void knowsThePowerOfTenBelowEachPowerOfTwo() {
        for (int q = -1074; q <= 1023; q++) {
            BigDecimal power = powerOfTwo(q).round(new MathContext(30));

            assertThat(Interval.floorLog10OfPowerOfTwo(q)).isEqualTo(power.precision() - power.scale() - 1);
        }
    }

    @Test
    void knowsThePowerOfTenBelowThreeQuartersOfEachPowerOfTwo() {
        for (int q = -1074; q <= 1023; q++) {
            BigDecimal power = powerOfTwo(q).multiply(THREE_QUARTERS).round(new MathContext(30));

            assertThat(Interval.floorLog10OfThreeQuarters(q)).isEqualTo(power.precision() - power.scale() - 1);
        }
    }
}
