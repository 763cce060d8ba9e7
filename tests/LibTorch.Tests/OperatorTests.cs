using Xunit;
using static TorchSharp.torch;

namespace ParityNet.LibTorchTests;

public sealed class OperatorTests
{
    public OperatorTests() => SystemLibTorch.Need();

    [Fact]
    public void Mean_squared_error_of_known_numbers_is_exact()
    {
        using Tensor prediction = tensor(new[] { 1.0, 2.0, 3.0, 4.0 });
        using Tensor target = tensor(new[] { 1.0, 0.0, 3.0, 8.0 });
        using Tensor loss = nn.functional.mse_loss(prediction, target);
        Assert.Equal(5.0, loss.item<double>());
    }
}
