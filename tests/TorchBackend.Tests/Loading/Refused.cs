using TorchSharp;

namespace ParityNet.TorchTests.Loading;

/// <summary>What TorchSharp's <c>torch.autograd.grad</c> does where libtorch refuses, here a graph that is used up.</summary>
static class Refused
{
    public static void Run()
    {
        using torch.Tensor x = torch.tensor(new[] { 2.0 }, requires_grad: true), y = x * x;
        y.backward();
        try
        {
            torch.autograd.grad([y], [x]);
        }
        catch (Exception refusal)
        {
            Console.WriteLine($"refused {refusal.GetType().Name}");
        }
    }
}
