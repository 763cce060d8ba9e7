using System.Collections.Immutable;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about losses of several arguments: ranking, embedding, triplet and Gaussian losses.</summary>
static class VectorLaws
{
    const int Rows = 2;

    public static ImmutableArray<Law> All { get; } =
    [
        new("margin_ranking_loss(x₁, x₂, y) = margin_ranking_loss(x₂, x₁, −y)", LawKind.Exact, s => s is MarginRanking, (b, s) =>
        {
            double[] first = b.Numbers(b.Size), second = b.Numbers(b.Size), target = [.. b.Coins(b.Size).Select(c => 2 * c - 1)];
            return Hold.Same(
                b.Function((LossSpec)s, Elements(first, ("input2", second), ("target", target))).Value,
                b.Function((LossSpec)s, Elements(second, ("input2", first), ("target", [.. target.Select(y => -y)]))).Value);
        }),
        new("cosine_embedding_loss(x₁, x₂) = cosine_embedding_loss(x₂, x₁)", LawKind.Exact, s => s is CosineEmbedding, (b, s) =>
        {
            double[] first = b.Numbers(Rows * b.Size), second = b.Numbers(Rows * b.Size), target = [1, -1];
            return Hold.Same(
                b.Function((LossSpec)s, Vectors(b, first, ("input2", second), ("target", target))).Value,
                b.Function((LossSpec)s, Vectors(b, second, ("input2", first), ("target", target))).Value);
        }),
        new("cosine_embedding_loss: ∂L/∂x₁ ≠ 0 at the kink cos = margin", LawKind.Exact, s => s is CosineEmbedding, (b, s) =>
        {
            // For orthogonal vectors every product is exactly 0, and so is the cosine.
            double[] first = [b.PowerOfTwo(), 0], second = [0, b.PowerOfTwo()];
            return Hold.All(
                b.Function((CosineEmbedding)s with { Margin = 0 }, Of([1, 2], first, [("input2", second), ("target", [-1])])).Gradient[1..],
                g => g > 0, "greater than 0");
        }),
        new("triplet_margin_loss, anchor = positive: swap halves ∂L/∂anchor", LawKind.Exact, s => s is TripletMargin, (b, s) =>
        {
            // The margin is large enough for every negative to contribute.
            TripletMargin still = (TripletMargin)s with { Margin = 1024, Epsilon = 0, Swap = false };
            double[] anchor = b.Eighths(Rows * b.Size);
            Arguments a = Vectors(b, anchor, ("positive", anchor), ("negative", b.Eighths(Rows * b.Size)));
            FunctionResult whole = b.Function(still, a), shared = b.Function(still with { Swap = true }, a);
            return Hold.Same(whole.Value, shared.Value) ?? Hold.Same([.. whole.Gradient.Select(g => (Approx)(g.Value / 2))], shared.Gradient);
        }),
        new("triplet losses: L(a + c, p + c, n + c) = L(a, p, n)", LawKind.Exact,
            s => s is TripletMargin or TripletMarginWithDistance { DistanceFunction: not Distance.Cosine }, (b, s) =>
        {
            double[] anchor = b.Eighths(Rows * b.Size), positive = b.Eighths(Rows * b.Size), negative = b.Eighths(Rows * b.Size);
            double by = b.PowerOfTwo();
            FunctionResult still = b.Function((LossSpec)s, Vectors(b, anchor, ("positive", positive), ("negative", negative)));
            FunctionResult moved =
                b.Function((LossSpec)s, Vectors(b, Moved(anchor, by), ("positive", Moved(positive, by)), ("negative", Moved(negative, by))));
            return Hold.Same(still.Value, moved.Value) ?? Hold.Same(still.Gradient, moved.Gradient);
        }),
        new("triplet_margin_with_distance_loss(‖x − y‖₂) = triplet_margin_loss", LawKind.Bounded,
            s => s is TripletMarginWithDistance { DistanceFunction: Distance.Euclidean }, (b, s) =>
        {
            var own = (TripletMarginWithDistance)s;
            Arguments a = Vectors(b, b.Numbers(Rows * b.Size), ("positive", b.Numbers(Rows * b.Size)), ("negative", b.Numbers(Rows * b.Size)));
            return Hold.Near(b.Function(own, a).Value, b.Function(new TripletMargin(own.Margin, Swap: own.Swap, Reduction: own.Reduction), a).Value);
        }),
        new("gaussian_nll_loss(var = 1) = ½(x − y)²", LawKind.Bounded, s => s is GaussianNegativeLogLikelihood { Full: false, Epsilon: <= 1 },
            (b, s) =>
        {
            double[] x = b.Numbers(b.Size), y = b.Numbers(b.Size);
            FunctionResult normal = b.Function((LossSpec)s, Elements(x, ("target", y), ("var", [.. x.Select(_ => 1.0)])));
            FunctionResult square = b.Function(new SquaredError(Half: true, Reduction: ((LossSpec)s).Reduction), Elements(x, ("target", y)));
            return Hold.Near(normal.Value, square.Value) ?? Hold.Near(normal.Gradient, square.Gradient);
        }),
    ];

    static double[] Moved(double[] all, double by) => [.. all.Select(x => x + by)];

    static Arguments Elements(double[] lead, params ReadOnlySpan<(string Name, double[] Numbers)> others) => Of([lead.Length], lead, others);

    static Arguments Vectors(LawContext bench, double[] lead, params ReadOnlySpan<(string Name, double[] Numbers)> others) =>
        Of([Rows, bench.Size], lead, others);

    static Arguments Of(int[] shape, double[] lead, ReadOnlySpan<(string Name, double[] Numbers)> others)
    {
        var arguments = new Arguments(shape, lead);
        foreach ((string name, double[] numbers) in others)
            arguments = arguments with { Others = arguments.Others.Add(name, numbers) };
        return arguments;
    }
}
