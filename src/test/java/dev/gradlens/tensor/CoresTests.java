package dev.gradlens.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoresTests {
    private final AtomicInteger others = new AtomicInteger();
    private final Cores two = Cores.of(2, others::get);

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 1000})
    void doesEachPartOnce(int parts) {
        for (int repetition = 0; repetition < 200; repetition++) {
            AtomicIntegerArray times = new AtomicIntegerArray(parts);

            two.run(parts, times::incrementAndGet);

            for (int part = 0; part < parts; part++) {
                assertThat(times.get(part)).isEqualTo(1);
            }
        }
    }

    @Test
    void isHelpedByACoreThatIdles() {
        CountDownLatch both = new CountDownLatch(2);

        two.run(2, part -> meet(both)); // neither part ends without the other

        assertThat(both.getCount()).isZero();
    }

    @Test
    void doesAllPartsItselfWhereEveryCoreComputes() {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        try (Cores.Claim _ = two.claim();
                Cores.Claim _ = two.claim()) {

            two.run(50, part -> workers.add(Thread.currentThread()));
        }

        assertThat(workers).containsExactly(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void lendsNoCoreThatIsUsedByWhatClaimsNone(int used) {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        others.set(1 + used);

        two.run(50, part -> workers.add(Thread.currentThread()));

        assertThat(workers).containsExactly(Thread.currentThread());
        assertThat(two.begin(50, part -> workers.add(Thread.currentThread()))).isEmpty();
    }

    @Test
    void countsAVirtualThreadOnce() throws InterruptedException {
        AtomicReference<Boolean> spare = new AtomicReference<>();
        Thread.ofVirtual()
                .start(() -> {
                    try (Cores.Claim _ = two.claim();
                            Cores.Claim _ = two.claim()) {
                        spare.set(two.areSpare());
                    }
                })
                .join();

        assertThat(spare).hasValue(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 1000})
    void doesEachPartOnceThatIsBegunAhead(int parts) {
        for (int repetition = 0; repetition < 200; repetition++) {
            AtomicIntegerArray times = new AtomicIntegerArray(parts);
            Optional<Cores.Begun> begun = two.begin(parts, times::incrementAndGet);

            begun.ifPresent(all ->
                    all.workUntil(() -> IntStream.range(0, parts).allMatch(part -> times.get(part) > 0)));

            assertThat(IntStream.range(0, parts).map(times::get))
                    .allMatch(count -> count == (begun.isPresent() ? 1 : 0));
        }
    }

    @Test
    void throwsWhatAPartThrewThatWasBegunAhead() {
        Cores.Begun begun = two.begin(2, part -> {
                    throw new IllegalStateException("of a helper");
                })
                .orElseThrow();

        assertThatThrownBy(() -> begun.workUntil(() -> false)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void losesItsHelperToAnotherComputation() {
        AtomicInteger helped = new AtomicInteger();
        Thread caller = Thread.currentThread();
        List<Cores.Claim> claims = new ArrayList<>();
        CountDownLatch helping = new CountDownLatch(1);
        claims.add(two.claim());

        two.run(100, part -> {
            if (!Thread.currentThread().equals(caller)) {
                helped.incrementAndGet();
                claims.add(two.claim()); // somebody else begins
                helping.countDown();
            } else if (helping.getCount() > 0) {
                meet(helping, part);
            }
        });

        claims.forEach(Cores.Claim::close);
        assertThat(helped.get()).isEqualTo(1);
    }

    @Test
    void lendsACoreAgainOnceItIsGivenBack() {
        Cores.Claim first = two.claim();
        Cores.Claim second = two.claim();
        first.close();
        first.close(); // the second time does nothing
        CountDownLatch both = new CountDownLatch(2);

        two.run(2, part -> meet(both));

        second.close();
        assertThat(both.getCount()).isZero();
    }

    @Test
    void throwsWhatAPartThrowsOnWhicheverCore() {
        CountDownLatch both = new CountDownLatch(2);
        Thread caller = Thread.currentThread();

        assertThatThrownBy(() -> two.run(2, part -> {
                    meet(both);
                    if (!Thread.currentThread().equals(caller)) {
                        throw new IllegalStateException("of a helper");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of a helper");
    }

    @Test
    void endsBetweenTwoPartsWhereNobodyWaitsAnyMore() {
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> Cores.one().run(10, part -> {
                    begun.incrementAndGet();
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(begun.get()).isEqualTo(1);
    }

    @Test
    void staysUsableAfterAFailure() {
        assertThatThrownBy(() -> two.run(4, part -> {
                    throw new IllegalStateException("any");
                }))
                .hasMessage("any");
        CountDownLatch both = new CountDownLatch(2);

        two.run(2, part -> meet(both));

        assertThat(both.getCount()).isZero();
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        meet(both, 0);
    }

    private static void meet(CountDownLatch latch, int part) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).as("part %d", part).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
