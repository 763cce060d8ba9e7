namespace ParityNet.Torch;

/// <summary>Triplet losses.</summary>
static class Triplets
{
    // TorchSharp accepts only integer p; libtorch's own function is composed of these calls.
    public static Tensor Of(TripletMargin spec, Tensor anchor, Tensor positive, Tensor negative)
    {
        if (spec.P > 0 && double.IsInteger(spec.P))
            return F.triplet_margin_loss(anchor, positive, negative, spec.Margin, (long)spec.P, spec.Epsilon, spec.Swap, LossForms.Of(spec));
        Tensor near = Distance(anchor, positive), far = Distance(anchor, negative);
        if (spec.Swap)
            far = far.minimum(Distance(positive, negative));
        return Reduced((near.Plus(spec.Margin) - far).clamp_min(Held(0)), spec);

        Tensor Distance(Tensor x, Tensor y) => spec.P == 0
            ? F.pairwise_distance(x, y, 0, spec.Epsilon).Plus(Still(x - y))
            : F.pairwise_distance(x, y, spec.P, spec.Epsilon);
    }

    // Zeros that depend on z for autograd, because the count of differences does not.
    static Tensor Still(Tensor z) => z.masked_fill(torch.ones_like(z, torch.ScalarType.Bool), Held(0)).sum(-1L);

    public static Tensor Of(TripletMarginWithDistance spec, Tensor anchor, Tensor positive, Tensor negative)
    {
        Tensor near = Apart(spec.DistanceFunction, anchor, positive), far = Apart(spec.DistanceFunction, anchor, negative);
        if (spec.Swap)
            far = far.minimum(Apart(spec.DistanceFunction, positive, negative));
        return (near - far).Plus(spec.Margin).clamp_min(Held(0));
    }

    public static Tensor Of(TripletDistances spec, TorchArguments a)
    {
        Tensor far = a["negative_distance"]!;
        if (a["swap_distance"] is { } across)
            far = far.minimum(across);
        return (a["positive_distance"]! - far).Plus(spec.Margin).clamp_min(Held(0));
    }

    public static Tensor Apart(Distance distance, Tensor x, Tensor y) => distance switch
    {
        Distance.Euclidean => F.pairwise_distance(x, y),
        Distance.Manhattan => F.pairwise_distance(x, y, 1),
        Distance.SquaredEuclidean => (x - y).pow(Held(2)).sum(-1),
        _ => Angle(torch.broadcast_tensors(x, y)),
    };

    // As in cosine_similarity, the two vectors are broadcast first.
    static Tensor Angle(IList<Tensor> pair) =>
        OneMinus((pair[0] * pair[1])
            .sum(-1) / (Square(pair[0]).Plus(CosineEmbedding.LeastSquare) * Square(pair[1]).Plus(CosineEmbedding.LeastSquare)).sqrt());

    static Tensor Square(Tensor x) => (x * x).sum(-1);
}
