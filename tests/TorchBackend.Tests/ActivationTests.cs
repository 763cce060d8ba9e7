using TorchSharp;
using static ParityNet.TorchTests.Libtorch;

namespace ParityNet.TorchTests;

public class ActivationTests
{
    static readonly double Sigmoid1 = 1 / (1 + Math.Exp(-1)), Normal1 = Math.Exp(-0.5) / Math.Sqrt(2 * Math.PI);

    /// <summary>Activation, input, value, derivative.</summary>
    public static TheoryData<ActivationSpec, double, double, double> ByHand => new()
    {
        { new Identity(), -3, -3, 1 },
        { new Sigmoid(), 0, 0.5, 0.25 },
        { new Sigmoid(), 1, Sigmoid1, Sigmoid1 * (1 - Sigmoid1) },
        { new Activations.Tanh(), 1, Math.Tanh(1), 1 - Math.Tanh(1) * Math.Tanh(1) },
        { new ReLU(), 3, 3, 1 },
        { new ReLU(), 0, 0, 0 },
        { new LeakyReLU(0.25), -2, -0.5, 0.25 },
        { new LeakyReLU(0.25), 0, 0, 0.25 },
        { new Softplus(), 1, Math.Log(1 + Math.E), Sigmoid1 },
        { new Softplus(Beta: 2, Threshold: 1), 3, 3, 1 },
        { new Gelu(), 1, 0.8413447460685429, 0.8413447460685429 + Normal1 },
        { new Gelu(GeluForm.Tanh), 1, 0.8411919906082768, 1.0829640838457826 },
        { new Gelu(GeluForm.Tanh), 0, 0, 0.5 },
    };

    [Theory, MemberData(nameof(ByHand))]
    public void Value_and_slope_are_those_worked_out_by_hand(ActivationSpec spec, double input, double value, double derivative)
    {
        Evaluation<double> got = Backend().Activation<double>(spec).Evaluate(Operands<double>.Of(Row(input)));
        AFewUnits.Apart(value, got.Value[0]);
        AFewUnits.Apart(derivative, got.Gradients["input"][0]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.8411919906082768)]
    [InlineData(-1, -0.15880800939172324)]
    public void Gelu_by_the_formula_is_what_the_kernel_gives(double input, double value)
    {
        Assert.SkipWhen(TorchBackend.Unavailable is not null, TorchBackend.Unavailable ?? "");
        using DisposeScope scope = torch.NewDisposeScope();
        AFewUnits.Apart(value, TanhGelu.Formula(torch.tensor(input)).item<double>());
    }

    [Fact]
    public void Softmax_normalises_the_dimension_it_is_given()
    {
        Tensor<double> even = Table(2, 7.0, 7, 7, 7);
        Assert.All(Backend().Activation<double>(new Softmax(0)).Value(even).ToArray(), p => Assert.Equal(0.5, p));
        Tensor<double> scores = Table(2, 0.0, -1000, 1000, 0);
        Assert.Equal([1, 0, 1, 0], Backend().Activation<double>(new Softmax()).Value(scores).ToArray());
        Assert.Equal([0, -1000, 0, -1000], Backend().Activation<double>(new LogSoftmax()).Value(scores).ToArray());
    }

    [Fact]
    public void Prelu_gives_gradients_to_input_and_to_every_slope()
    {
        Operands<float> operands = Operands<float>.Of(Table(2, 1f, -2, -3, 4)).With("weight", Row(0.5f, 0.25f));
        Evaluation<float> got = Backend().Activation<float>(new PReLU()).Evaluate(operands, ["input", "weight"]);
        Assert.Equal([1, -0.5f, -1.5f, 4], got.Value.ToArray());
        Assert.Equal([1, 0.25f, 0.5f, 1], got.Gradients["input"].ToArray());
        Assert.Equal([-3, -2], got.Gradients["weight"].ToArray());
    }

    [Fact]
    public void Pullback_weighs_the_slopes_by_the_cotangent() =>
        Assert.Equal([0, 5, -1], Backend().Activation<double>(new ReLU()).Pullback(Row(-1.0, 2, 3), Row(7.0, 5, -1)).ToArray());
}
