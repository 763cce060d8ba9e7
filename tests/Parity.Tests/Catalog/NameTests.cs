using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Names that are not known: what was meant, and what is shown of them.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("mse", "mse_loss"), InlineData("MSELoss", "mse_loss"), InlineData("nn.MSELoss", "mse_loss"), InlineData("mean_squared_error", "mse_loss")]
    [InlineData("BCEWithLogitsLoss", "binary_cross_entropy_with_logits"), InlineData("BCELoss", "binary_cross_entropy"), InlineData("swish", "silu")]
    [InlineData("CategoricalCrossentropy", "cross_entropy"), InlineData("torch.nn.CrossEntropyLoss", "cross_entropy"), InlineData("KLDivLoss", "kl_div")]
    [InlineData("LeakyReLU", "leaky_relu"), InlineData("torch.optim.AdamW", "adamw"), InlineData("mae", "l1_loss"), InlineData("F.log_softmax", "log_softmax")]
    [InlineData("rmse", "mse_loss"), InlineData("sklearn.metrics.log_loss", "binary_cross_entropy"), InlineData("optax.softmax_cross_entropy_with_integer_labels", "cross_entropy")]
    [InlineData("lrelu", "leaky_relu"), InlineData("he_normal", "kaiming_normal"), InlineData("GlorotUniform", "xavier_uniform"), InlineData("Dense", "linear")]
    [InlineData("BatchNorm1d", "batch_norm"), InlineData("nesterov", "sgd"), InlineData("CosineDecay", "cosine_annealing_lr"), InlineData("cosine_similarity", "cosine_embedding_loss")]
    public void A_name_of_another_library_finds_the_op_that_it_means(string given, string meant) =>
        Assert.Equal($"name must be a known op: expected one near {meant}, got {given}.", Assert.Throws<UnknownNameException>(() => Catalog.Find(given)).Message);

    [Theory]
    [InlineData(OpKind.Loss, "l2", "mse_loss"), InlineData(OpKind.Layer, "regularizers.L2", "l2_penalty"), InlineData(OpKind.Loss, "neg_mean_squared_error", "mse_loss")]
    [InlineData(OpKind.Loss, "reg:absoluteerror", "l1_loss"), InlineData(OpKind.Loss, "binary:logistic", "binary_cross_entropy_with_logits")]
    [InlineData(OpKind.Activation, "linear", "identity"), InlineData(OpKind.Schedule, "linear", "linear_lr"), InlineData(OpKind.Schedule, "cosine_onecycle_schedule", "one_cycle_lr")]
    [InlineData(OpKind.Activation, "scipy.special.expit", "sigmoid"), InlineData(OpKind.Activation, "step", "threshold"), InlineData(OpKind.Schedule, "step_decay", "step_lr")]
    [InlineData(OpKind.Optimizer, "ExponentialMovingAverage", "ema"), InlineData(OpKind.Optimizer, "optax.MultiSteps", "accumulate"), InlineData(OpKind.Initializer, "LecunNormal", "kaiming_normal")]
    [InlineData(OpKind.Minimizer, "scipy.optimize.fmin_bfgs", "bfgs"), InlineData(OpKind.Minimizer, "gd", "gradient_descent"), InlineData(OpKind.Loss, "cosine", "cosine_embedding_loss")]
    public void A_name_means_an_op_of_its_kind(OpKind kind, string given, string meant) =>
        Assert.Contains($"expected one near {meant}, got {given}.", Assert.Throws<UnknownNameException>(() => Catalog.Find(kind, given)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_op_that_has_other_names_is_there() =>
        Assert.Empty(Synonyms.Ops.Except(Catalog.All.SelectMany(op => op.Names)));

    [Fact]
    public void A_long_name_is_cut_and_what_moves_a_cursor_is_not_shown()
    {
        string message = Assert.Throws<UnknownNameException>(() => Catalog.Find("\u001b[31m" + new string('x', 1000))).Message;

        Assert.EndsWith($", got  [31m{new string('x', 74)}….", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"op":"loss","name":"mse_loss","inputs":{"input":{"shape":[4000000000,4000000000],"data":[]},"target":{"shape":[1],"data":[1]}}}""")]
    [InlineData("""{"op":"schedule","name":"step_lr","options":{"step_size":30},"lr":0.1,"steps":1000000000000}""")]
    [InlineData("""{"op":"initializer","name":"normal","shape":[3000000000],"seed":1}""")]
    public void What_no_array_can_hold_is_a_fault_of_the_request(string request)
    {
        string answer = new EvalSession(Backends.Native).Answer(request);

        Assert.Contains("\"kind\":\"argument\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", answer, StringComparison.Ordinal);
    }
}
