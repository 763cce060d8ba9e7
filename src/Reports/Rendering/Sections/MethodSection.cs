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
        <h3>Words</h3>
        <dl class="facts words">
        <dt>enclosure</dt><dd>the set of numbers that a faithful implementation can produce for an element: an interval, and perhaps NaN</dd>
        <dt>inside, outside</dt><dd>in that set or not; what is outside is a disagreement, unless it is known or leaves the range on the way</dd>
        <dt>known difference</dt><dd>outside for a reason on record, with a pinned case that must still differ</dd>
        <dt>range</dt><dd>an intermediate result overflows or underflows although the result does not</dd>
        <dt>evidence, weak</dt><dd>log₂(scale ÷ width) bits; with less than 10 an error of one part in a thousand could go unseen</dd>
        <dt>ULP</dt><dd>unit in the last place: the spacing of floating-point numbers at the scale of the element</dd>
        <dt>cotangent</dt><dd>what the gradient of a result is multiplied by on its way back; 1 for the loss that one trains on</dd>
        <dt>kink</dt><dd>an input at which the derivative jumps, as that of relu at 0; libtorch's convention decides there</dd>
        <dt>law</dt><dd>an identity that a backend must satisfy by itself, such as f(−x) = −f(x)</dd>
        <dt>trajectory, twin</dt><dd>a training run; the same run from weights that differ by one ULP</dd>
        </dl>
        </section>

        """);
}
