using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary><paramref name="x"/> where the condition holds, else <paramref name="y"/>. <c>aten::where.self</c>.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Aten.where_self.Call(condition, x, y);

    /// <summary>Joins tensors along a new dimension. <c>aten::stack</c>.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.Call(tensors.ToArray(), dim);
}
