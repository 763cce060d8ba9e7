using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace ParityNet.LibTorchTests;

public sealed class GradientTests
{
    public GradientTests() => SystemLibTorch.Need();

    [Fact]
    public void The_gradient_of_squares_is_twice_the_residual()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 1.0, 2.0, 3.0 }, requires_grad: true), y = tensor(new[] { 3.0, 2.0, 1.0 });
        Tensor loss = nn.functional.mse_loss(x, y, nn.Reduction.Sum);
        Assert.Equal([-4.0, 0, 4], autograd.grad([loss], [x])[0].data<double>().ToArray());
        Assert.Null(x.grad);
    }

    [Fact]
    public void A_gradient_can_be_differentiated_again()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 2.0 }, requires_grad: true);
        Tensor slope = autograd.grad([x.pow(3)], [x], [ones(1, float64)], create_graph: true)[0];
        Assert.Equal([12.0], slope.data<double>().ToArray());
        Assert.Equal([12.0], autograd.grad([slope.sum()], [x])[0].data<double>().ToArray());
    }

    [Fact]
    public void An_unused_input_has_no_gradient_when_that_is_allowed()
    {
        using var scope = NewDisposeScope();
        Tensor x = ones(1, requires_grad: true), unused = ones(1, requires_grad: true);
        Assert.Null(autograd.grad([x.sum()], [x, unused], allow_unused: true)[1]);
        Assert.Throws<ExternalException>(() => autograd.grad([(x * 1).sum()], [x, unused]));
    }

    [Fact]
    public void Nothing_is_recorded_inside_no_grad()
    {
        using var scope = NewDisposeScope();
        Tensor x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
        }

        Assert.True(is_grad_enabled());
        Assert.True((x * 2).requires_grad);
        Assert.False((x * 2).detach().requires_grad);
    }
}
