namespace ParityNet.Reports.Rendering.Sections;

/// <summary>How to read the figures.</summary>
static class MethodSection
{
    public static Html Of() => new("""
        <section id="method">
        <h2>Method</h2>
        <p>Every op has a <b>definition</b>: the formula of its paper, written once and independent of every backend. It is evaluated in intervals
        with outward rounding, widened at
        each operation by the rounding error of the element type. The result, the <b>enclosure</b>, is the set of all numbers that a faithful
        implementation can produce. That set
        is the tolerance: no number such as 1e-5 is chosen anywhere. Derivatives are computed in the same evaluation. The enclosure ignores overflow
        and
        underflow of intermediate results: their possible outcomes are derived separately, and have verdicts of their own.</p>
        <p><b>Cases</b> are generated from the seed above, ordinary and adversarial ones: signed zeros, subnormals, the largest numbers, NaN and
        infinities, ties, points exactly on
        kinks, extreme logits, empty batches, lengths around vector widths, strided slices. An optimizer is judged after one step from a synchronised
        state, its parameters and every slot of its state.</p>
        <p><b>ULP at the scale of the element</b>: the distance from the best value known, divided by the spacing of floating-point numbers at the
        magnitude of the result or, for sums and
        updates, of their terms. Half a ULP is the error of correct rounding. These figures are for display; verdicts depend on enclosures only.</p>
        </section>

        """);
}
