using System.Reflection;
using Xunit;
using static TorchSharp.torch;

namespace ParityNet.LibTorchTests;

public sealed class DispatchTests
{
    public DispatchTests() => SystemLibTorch.Need();

    [Fact]
    public void Every_operator_that_the_binding_names_exists_in_this_libtorch()
    {
        Type names = typeof(Tensor).Assembly.GetType("TorchSharp.Interop.Aten", throwOnError: true)!;
        FieldInfo[] operators = names.GetFields(BindingFlags.Static | BindingFlags.NonPublic);
        Assert.NotEmpty(operators);
        Assert.All(operators, field =>
        {
            object called = field.GetValue(null)!;
            called.GetType().GetMethod("Resolve", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(called, null);
        });
    }
}
