package dev.gradlens.diagnosis;

/**
 * The catalogue of mistakes that people make in a hand-written backward pass through a normalization. A code is stable for
 * ever; the catalogue may grow, but is never numbered anew.
 */
public enum Mistake {
    Z01("bn-skipped", Step.D_Z),
    Z02("gamma-only", Step.D_Z),
    Z03("statistics-as-constants", Step.D_Z),
    Z04("variance-path-missing", Step.D_Z),
    Z05("mean-path-missing", Step.D_Z),
    Z06("direct-path-missing", Step.D_Z),
    Z07("variance-path-doubled", Step.D_Z),
    Z08("variance-path-halved", Step.D_Z),
    Z09("variance-path-sign", Step.D_Z),
    Z10("mean-path-sign", Step.D_Z),
    Z11("mean-path-no-1/m", Step.D_Z),
    Z12("variance-path-no-1/m", Step.D_Z),
    Z13("both-paths-no-1/m", Step.D_Z),
    Z14("extra-1/m", Step.D_Z),
    Z15("compact-form-lost-m", Step.D_Z),
    Z16("variance-path-extra-1/m", Step.D_Z),
    Z17("mean-path-extra-1/m", Step.D_Z),
    Z18("gamma-missing", Step.D_Z),
    Z19("gamma-twice", Step.D_Z),
    Z20("scale-missing", Step.D_Z),
    Z21("divided-by-variance", Step.D_Z),
    Z22("power-on-std", Step.D_Z),
    Z23("root-step-not-squared", Step.D_Z),
    Z24("root-step-multiplies", Step.D_Z),
    Z25("normalized-for-centred-once", Step.D_Z),
    Z26("normalized-for-centred-twice", Step.D_Z),
    Z27("raw-Z-in-square", Step.D_Z),
    Z28("raw-Z-in-variance-sum", Step.D_Z),
    Z29("output-for-normalized", Step.D_Z),
    Z30("variance-sum-lost-centred", Step.D_Z),
    Z31("epsilon-outside-in-backward", Step.D_Z),
    Z32("epsilon-lost-in-scale", Step.D_Z),
    Z33("epsilon-lost-everywhere", Step.D_Z),
    Z34("unbiased-in-backward", Step.D_Z),
    Z35("unbiased-in-variance-path", Step.D_Z),
    Z36("mean-path-no-axis", Step.D_Z),
    Z37("variance-path-no-axis", Step.D_Z),
    Z38("means-over-everything", Step.D_Z),
    Z39("wrong-axis", Step.D_Z),
    Z40("global-statistics", Step.D_Z),
    Z41("running-statistics", Step.D_Z),
    Z42("activation-derivative-missing", Step.D_Z_TILDA),
    Z43("activation-derivative-at-Z", Step.D_Z_TILDA),
    Z44("activation-derivative-at-Znorm", Step.D_Z_TILDA),
    Z45("activation-after-normalization", Step.D_Z),
    Z46("batch-mean-missing", Step.D_Z),
    Z47("sign", Step.D_Z),
    Z48("centring-only", Step.D_Z),
    Z49("no-mean-and-no-1/m", Step.D_Z),
    Z50("extra-variance-term-in-mean", Step.D_Z),
    Z51("inverse-std-as-variance", Step.D_Z),
    Z52("batch-formula-at-fixed-statistics", Step.D_Z),
    Z54("single-precision-inside", Step.D_Z),
    Z56("epsilon-in-some-roots", Step.D_Z),
    G01("raw-Z", Step.D_GAMMA),
    G02("not-scaled", Step.D_GAMMA),
    G03("output", Step.D_GAMMA),
    G04("mean", Step.D_GAMMA),
    G05("extra-gamma", Step.D_GAMMA),
    G06("not-centred", Step.D_GAMMA),
    G07("swapped", Step.D_GAMMA),
    G08("activation-derivative-missing", Step.D_GAMMA),
    G09("running-statistics", Step.D_GAMMA),
    G10("over-s", Step.D_GAMMA),
    G11("no-axis", Step.D_GAMMA),
    G12("times-m", Step.D_GAMMA),
    G13("sign", Step.D_GAMMA),
    G14("epsilon-lost", Step.D_GAMMA),
    G15("unbiased", Step.D_GAMMA),
    G16("activation-derivative-at-Z", Step.D_GAMMA),
    G17("last-example", Step.D_GAMMA),
    G18("from-dZ", Step.D_GAMMA),
    G19("zero", Step.D_GAMMA),
    B01("mean-not-sum", Step.D_BETA),
    B02("times-gamma", Step.D_BETA),
    B03("from-dZ", Step.D_BETA),
    B04("swapped-with-dgamma", Step.D_BETA),
    B05("activation-derivative-missing", Step.D_BETA),
    B06("no-axis", Step.D_BETA),
    B07("over-s", Step.D_BETA),
    B08("times-m", Step.D_BETA),
    B09("sign", Step.D_BETA),
    B10("activation-derivative-at-Z", Step.D_BETA),
    B11("last-example", Step.D_BETA),
    W01("dW-from-dZtilda", Step.D_W),
    W02("wrong-layers-A", Step.D_W),
    W03("extra-1/m", Step.D_W),
    W04("missing-1/m", Step.D_W),
    W05("dW-doubled", Step.D_W),
    W06("dW-or-db-times-a-constant", Step.D_W),
    W07("transposed", Step.D_W),
    W08("db-not-0-before-BN", Step.D_B),
    W09("weight-decay-missing-doubled-or-on-gamma/beta", Step.D_W),
    W10("activation-mask-of-another-layer", Step.D_Z_TILDA),
    L01("softmax-cross-entropy-not-divided-by-m", Step.D_Z_TILDA),
    L02("sign", Step.D_Z_TILDA),
    L03("sigmoid-derivative-once-more", Step.D_Z_TILDA),
    L04("squared-errors-factor-2-or-half", Step.D_Z_TILDA),
    L05("logits-for-probabilities", Step.D_Z_TILDA),
    F01("sums-without-axis", Step.MU),
    F02("epsilon-outside", Step.Z_NORM),
    F03("divided-by-the-variance", Step.Z_NORM),
    F04("unbiased-variance", Step.SIGMA2),
    F05("wrong-axis", Step.MU),
    F06("gamma-beta-broadcast-over-examples", Step.Z_TILDA),
    F07("mean-of-squares-cancellation", Step.SIGMA2),
    R01("momentum-read-the-other-way", Step.RUNNING_MEAN),
    R02("running-variances-estimator", Step.RUNNING_VARIANCE);

    private final String slug;
    private final Step step;

    Mistake(String slug, Step step) {
        this.slug = slug;
        this.step = step;
    }

    /** A few words in place of the code. */
    public String slug() {
        return slug;
    }

    /** What it makes wrong, as a rule. */
    public Step step() {
        return step;
    }
}
