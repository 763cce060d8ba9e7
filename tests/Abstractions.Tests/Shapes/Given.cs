namespace ParityNet.Tests.Shapes;

/// <summary>Arguments of given shapes.</summary>
static class Given
{
    public static Tensor<float> Numbers(params nint[] shape) => Tensor.Create(new float[Shape.Count(shape)], shape);

    public static Tensor<long> Classes(nint[] shape, params long[] values) =>
        Tensor.Create(values.Length == 0 ? new long[Shape.Count(shape)] : values, shape);

    public static Operand<float> ClassOperand() => Classes([1]);

    public static Operands<float> Pair(nint[] prediction, nint[] target) => Operands<float>.Of(Numbers(prediction), Numbers(target));

    public static Operands<float> Rows(nint[] prediction, nint[] target, params long[] labels) =>
        Operands<float>.Of(Numbers(prediction), Classes(target, labels));

    public static string Refusal(FunctionSpec spec, Operands<float> operands) =>
        Assert.ThrowsAny<ArgumentException>(() => spec.Check(operands)).Message;
}
