using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::reshape</c>.</summary>
        public Tensor reshape(params long[] shape) => Aten.reshape.Call(this, shape);

        /// <summary><c>aten::unsqueeze</c>.</summary>
        public Tensor unsqueeze(long dim) => Aten.unsqueeze.Call(this, dim);

        /// <summary>Without dimensions of length 1, or without that one. <c>aten::squeeze</c>.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } one ? Aten.squeeze_dim.Call(this, one) : Aten.squeeze.Call(this);

        /// <summary><c>aten::expand</c>.</summary>
        public Tensor expand(params long[] sizes) => Aten.expand.Call(this, sizes);

        /// <summary><c>aten::expand</c>.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Aten.expand.Call(this, sizes, isImplicit);

        /// <summary><c>aten::t</c>.</summary>
        public Tensor t() => Aten.t.Call(this);

        /// <summary><c>aten::select.int</c>.</summary>
        public Tensor select(long dim, long index) => Aten.select_int.Call(this, dim, index);

        /// <summary><c>aten::gather</c>.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.gather.Call(this, dim, index);
    }
}
