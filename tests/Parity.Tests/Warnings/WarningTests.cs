using System.Text.Json;
using ParityNet.Losses;
using ParityNet.Native;
using ParityNet.Parity.Proving;
using Xunit;

namespace ParityNet.Parity.Tests.Warnings;

/// <summary>Silent traps are told beside the value, and nothing is told where there is none.</summary>
public class WarningTests
{
    const string Index = "\"dtype\": \"int64\", ";

    public static TheoryData<string, string> Told => new()
    {
        { Request("hinge", Pair([3], "1, 2, 3", [3], "0, 1, 1")), "target should hold −1 and 1: got 0, which is taken as it is; Keras takes labels of 0 and 1 for −1 and 1." },
        { Request("squared_hinge", Pair([2], "1, 2", [2], "0, 1")), "target should hold −1 and 1: got 0, which is taken as it is; Keras takes labels of 0 and 1 for −1 and 1." },
        { Request("soft_margin_loss", Pair([2], "1, 2", [2], "0, 1")), "target should hold −1 and 1: got 0, which is taken as it is; labels of 0 and 1 are −1 and 1 as 2·target − 1." },
        { Request("hinge", Pair([2], "1, 2", [2], "1, 0.5")), "target should hold −1 and 1: got 0.5, which is taken as it is." },
        { Request("categorical_hinge", Pair([3, 3], "1, 2, 3, 4, 5, 6, 7, 8, 9", [3], "0, 1, 2")), "target should hold probabilities, from 0 to 1: got 2, which is taken as it is; these look like class indices: make each a one-hot row first." },
        { Request("categorical_hinge", Pair([2, 2], "1, 2, 3, 4", [2], "0, 1")), "target should have the shape of input: expected [2, 2], got [2], and both broadcast to [2, 2]." },
        { Request("nll_loss", Pair([1, 2], "0.5, 0.5", [1], "1", Index)), "input should hold logarithms of probabilities, at most 0: got 0.5, which is taken as it is; these look like probabilities: take their logarithm first." },
        { Request("kl_div", Pair([1, 2], "0.5, 0.5", [1, 2], "0.5, 0.5"), "\"reduction\": \"batchmean\""), "input should hold logarithms of probabilities, at most 0: got 0.5, which is taken as it is; these look like probabilities: take their logarithm first." },
        { Request("kl_div", Pair([1, 2], "-0.5, -0.5", [1, 2], "-0.5, 0.5"), "\"reduction\": \"sum\""), "target should hold probabilities, from 0 to 1: got -0.5, which is taken as it is." },
        { Request("kl_div", Pair([1, 2], "-0.5, -0.5", [1, 2], "0.5, 0.5")), "reduction mean divides by the number of elements: expected batchmean for the divergence, which divides by the batch alone." },
        { Request("cross_entropy", Pair([2, 2], "0.25, 0.75, 0.1, 0.9", [2], "1, 0", Index)), "input should hold logits: got probabilities, of which the softmax is taken again; their logarithms are logits, which nll_loss takes." },
        { Request("cross_entropy", Pair([1, 2, 2], "0.25, 0.1, 0.75, 0.9", [1, 2], "1, 0", Index)), "input should hold logits: got probabilities, of which the softmax is taken again; their logarithms are logits, which nll_loss takes." },
        { Request("mse_loss", Pair([3, 1], "1, 2, 3", [3], "1, 2, 3")), "target should have the shape of input: expected [3, 1], got [3], and both broadcast to [3, 3]." },
        { Request("l1_loss", Pair([2, 3], "1, 2, 3, 4, 5, 6", [], "1")), "target should have the shape of input: expected [2, 3], got [], and both broadcast to [2, 3]." },
        { Request("poisson_nll_loss", Pair([1], "-1", [1], "2"), "\"log_input\": false"), "input should hold numbers of at least 0: got -1, which is taken as it is." },
        { Activation("softmax", "[2]", "1, 2", "null"), "dim should be named: got none, and 0 is taken for the shape [2]." },
        { Activation("log_softmax", "[2, 1]", "1, 2", "-1"), "dimension 1 should have two elements or more: got 1, of which the softmax is always 1; for one output take sigmoid." },
        { """{"id": 1, "op": "initializer", "name": "trunc_normal", "options": {"mean": 5}, "shape": [2], "seed": 1}""", "mean should lie within 2 standard deviations of a to b: got 5 and -2 to 2, where PyTorch's draws are off." },
        { """{"id": 1, "op": "initializer", "name": "normal", "shape": [0, 2], "seed": 1}""", "shape should have elements: got [0, 2], of which nothing is drawn." },
    };

    [Theory, MemberData(nameof(Told))]
    public void Trap_is_told_beside_the_value(string request, string warning)
    {
        JsonElement answer = Answer(request);

        Assert.True(answer.TryGetProperty("value", out _), answer.GetRawText());
        Assert.Contains(warning, answer.GetProperty("warnings").EnumerateArray().Select(one => one.GetString()));
    }

    public static TheoryData<string> Untold =>
    [
        Request("hinge", Pair([3], "1, 2, 3", [3], "-1, 1, \"NaN\"")),
        Request("cross_entropy", Pair([1, 2], "0.25, 0.7", [1], "1", Index)),
        Request("nll_loss", Pair([1, 2], "-0.5, 0", [1], "1", Index)),
        Request("mse_loss", Pair([3], "1, 2, 3", [3], "1, 2, 3")),
        Activation("softmax", "[2]", "1, 2", "0"),
        """{"id": 1, "op": "initializer", "name": "trunc_normal", "shape": [2], "seed": 1}""",
    ];

    [Theory, MemberData(nameof(Untold))]
    public void Nothing_is_told_where_there_is_no_trap(string request) =>
        Assert.False(Answer(request).TryGetProperty("warnings", out _));

    [Fact]
    public void Range_that_leaves_a_domain_is_told_with_the_verdict()
    {
        static ValueAndDerivative<double> Mine(double prediction, double target) =>
            1 - prediction * target is var margin && margin > 0 ? new(margin, -target) : new(0, 0);

        var options = new ProofOptions { Cases = 50, Special = SpecialInputs.None };
        Proof inside = Prove.Loss<double>(new Hinge(), Mine, options), beyond = Prove.Loss<double>(new Hinge(), Mine, options.Between("target", 0, 0));

        Assert.Empty(inside.Warnings);
        Assert.StartsWith("target should hold −1 and 1: got 0", Assert.Single(beyond.Warnings), StringComparison.Ordinal);
        Assert.EndsWith($"Warning: {beyond.Warnings[0]}", beyond.Verdict, StringComparison.Ordinal);
    }

    static string Request(string name, string inputs, string options = "") =>
        $$$"""{"id": 1, "op": "loss", "name": "{{{name}}}", "options": { {{{options}}} }, "inputs": { {{{inputs}}} } }""";

    static string Pair(int[] input, string x, int[] target, string y, string kind = "") =>
        $$"""
        "input": {"shape": [{{string.Join(", ", input)}}], "data": [{{x}}]}, "target": { {{kind}}"shape": [{{string.Join(", ", target)}}], "data": [{{y}}]}
        """.Trim();

    static string Activation(string name, string shape, string data, string dim) =>
        $$$"""{"id": 1, "op": "activation", "name": "{{{name}}}", "options": { "dim": {{{dim}}} }, "inputs": {"input": {"shape": {{{shape}}}, "data": [{{{data}}}]} } }""";

    static JsonElement Answer(string request)
    {
        using JsonDocument document = JsonDocument.Parse(new EvalSession(new NativeBackend()).Answer(request));
        return document.RootElement.Clone();
    }
}
