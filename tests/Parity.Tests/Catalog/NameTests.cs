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
