namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The method in a paragraph, for the views that are read apart from the page.</summary>
static class MethodText
{
    public const string Short =
        "Every op has a definition: the formula of its paper, written once and independent of every backend. It is evaluated in intervals with "
        + "outward rounding, widened at each operation by the rounding error of the element type; gradients are those of the formula, in forward "
        + "and in reverse mode. The resulting enclosure holds every number that a faithful implementation can produce. It is the tolerance: no "
        + "number such as 1e-5 is chosen. Cases are drawn from the seed, ordinary and adversarial ones: signed zeros, subnormals, the largest "
        + "numbers, NaN and infinities, ties, points on kinks, empty batches, strided slices. An optimizer is judged after one step from a "
        + "synchronised state. Errors are in units in the last place (ULP) at the scale of the element, against the same definition in high "
        + "precision; verdicts depend on enclosures only. Evidence is log₂(scale ÷ width) in bits, and weak under 10.";
}
