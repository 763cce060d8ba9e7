using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><c>aten::sum</c>.</summary>
        public Tensor sum(ScalarType? type = null) => Aten.sum.Call(this, type);

        /// <summary><c>aten::sum.dim_IntList</c>.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Aten.sum_dim_IntList.Call(this, new[] { dim }, keepdim, type);

        /// <summary><c>aten::mean</c>.</summary>
        public Tensor mean() => Aten.mean.Call(this);

        /// <summary><c>aten::mean.dim</c>.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Aten.mean_dim.Call(this, dimensions, keepdim, type);

        /// <summary><c>aten::norm.Scalar</c>.</summary>
        public Tensor norm(float p = 2f) => Aten.norm_Scalar.Call(this, (double)p);

        /// <summary><c>aten::norm.ScalarOpt_dim</c>.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2f) =>
            Aten.norm_ScalarOpt_dim.Call(this, (Scalar)p, new[] { (long)dim }, keepdim);

        /// <summary><c>aten::max</c>.</summary>
        public Tensor max() => Aten.max.Call(this);

        /// <summary><c>aten::max.dim</c>.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.max_dim.CallPair(this, dim, keepdim);

        /// <summary><c>aten::amax</c>.</summary>
        public Tensor amax(params long[] dims) => Aten.amax.Call(this, dims);

        /// <summary><c>aten::cumsum</c>.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.Call(this, dim, type);

        /// <summary><c>aten::sort.stable</c>.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.sort_stable.CallPair(this, stable, dim, descending);

        /// <summary><c>aten::softmax.int</c>.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);
    }
}
