using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ParityNet.LibTorchTests;

/// <summary>Losses and activations whose value is a number that floating point represents exactly.</summary>
public sealed class LossTests
{
    public LossTests() => SystemLibTorch.Need();

    public static TheoryData<string, Func<Tensor, Tensor, Tensor>, double> Known => new()
    {
        { "mean of squares", (x, y) => F.mse_loss(x, y), 5 },
        { "sum of squares", (x, y) => F.mse_loss(x, y, Reduction.Sum), 20 },
        { "mean of sizes", (x, y) => F.l1_loss(x, y), 1.5 },
        { "Huber, delta 2", (x, y) => F.huber_loss(x, y, 2, Reduction.Sum), 8 },
        { "smooth L1, beta 2", (x, y) => F.smooth_l1_loss(x, y, Reduction.Sum, 2), 4 },
        { "hinge embedding", (x, y) => F.hinge_embedding_loss(x, y.sign().sub(1).add(y.eq(0).to(float64)).mul(0).add(1), 1, Reduction.Sum), 10 },
        { "margin ranking", (x, y) => F.margin_ranking_loss(x, y, ones_like(x), 0, Reduction.Sum), 4 },
        { "Poisson without log", (x, y) => F.poisson_nll_loss(zeros_like(x), y, reduction: Reduction.Sum), 4 },
        { "divergence of equal logs", (x, y) => F.kl_div(x, x, true, Reduction.Sum), 0 },
        { "negative log-likelihood", (x, y) => F.nll_loss(x.reshape(2, 2), tensor(new[] { 1L, 0 }), null, Reduction.Sum), -5 },
        { "multi-margin", (x, y) => F.multi_margin_loss(x.reshape(2, 2), tensor(new[] { 0L, 0 }), 1, 1, null, Reduction.Sum), 2 },
        { "triplet, p 1", (x, y) => F.triplet_margin_loss(x.reshape(1, 4), y.reshape(1, 4), x.reshape(1, 4), 1, 1, 0, false, Reduction.Sum), 7 },
        { "rectified", (x, y) => F.relu(x - y).sum(), 2 },
        { "leaky rectified", (x, y) => F.leaky_relu(x - y, 0.5).sum(), 0 },
        { "clamped", (x, y) => F.hardtanh(x - y, -1, 1).sum(), 0 },
        { "shrunk", (x, y) => F.hardshrink(x - y, 3).sum(), -4 },
        { "thresholded", (x, y) => F.threshold(x - y, 1, 7).sum(), 23 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_function_of_known_numbers_is_exact(string name, Func<Tensor, Tensor, Tensor> function, double expected)
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 1.0, 2.0, 3.0, 4.0 }), y = tensor(new[] { 1.0, 0.0, 3.0, 8.0 });
        Assert.True(function(x, y).item<double>() == expected, $"{name}: expected {expected}, got {function(x, y).item<double>()}.");
    }

    [Fact]
    public void Every_other_loss_and_activation_runs_with_its_defaults()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 0.25, 0.5, 0.75, 0.5 }), y = tensor(new[] { 1.0, 0.0, 1.0, 0.0 });
        Tensor signs = (y * 2) - 1, rows = x.reshape(2, 2), classes = tensor(new[] { 1L, 0 });
        Tensor[] results =
        [
            F.binary_cross_entropy(x, y), F.binary_cross_entropy(x, y, x), F.binary_cross_entropy_with_logits(x, y),
            F.binary_cross_entropy_with_logits(x, y, pos_weights: x), F.cross_entropy(rows, classes), F.cross_entropy(rows, classes, label_smoothing: 0.5),
            F.nll_loss(rows, classes), F.kl_div(x, y), F.multi_margin_loss(rows, classes), F.multi_label_margin_loss(rows, classes.reshape(2, 1).expand(2, 2)),
            F.multilabel_soft_margin_loss(rows, y.reshape(2, 2)), F.soft_margin_loss(x, signs), F.poisson_nll_loss(x, y),
            F.cosine_embedding_loss(rows, rows, tensor(new[] { 1.0, -1.0 })), F.triplet_margin_loss(rows, rows, rows), F.margin_ranking_loss(x, y, signs),
            F.hinge_embedding_loss(x, signs), F.elu(x, 1), F.celu(x, 1), F.selu(x), F.gelu(x), F.silu(x), F.mish(x), F.sigmoid(x), F.tanh(x),
            F.logsigmoid(x), F.softplus(x), F.softsign(x), F.tanhshrink(x), F.hardsigmoid(x), F.hardswish(x), F.softshrink(x), F.relu6(x), F.glu(x),
            F.prelu(x, tensor(new[] { 0.25 })), F.softmax(x, 0), F.log_softmax(x, 0), F.softmin(x, 0), F.linear(rows, rows, x.select(0, 0).expand(2)),
        ];
        Assert.All(results, result => Assert.True(double.IsFinite(result.sum().item<double>())));
    }
}
