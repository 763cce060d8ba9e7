using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary><paramref name="x"/> where the condition holds, else <paramref name="y"/>. <c>aten::where.self</c>.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Aten.where_self.Call(condition, x, y);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static long numel(Tensor input) => input.numel();

    /// <summary>Joins tensors along a dimension that they have. <c>aten::cat</c>.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(tensors.ToArray(), dim);

    /// <summary>Joins tensors along a new dimension. <c>aten::stack</c>.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.Call(tensors.ToArray(), dim);
}
