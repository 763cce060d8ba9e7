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

        /// <summary><c>aten::sum.dim_IntList</c>.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Aten.sum_dim_IntList.Call(this, dim, keepdim, type);

        /// <summary><c>aten::sum.dim_IntList</c>.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.Call(this, dim, keepdim, type);

        /// <summary><c>aten::mean</c>.</summary>
        public Tensor mean() => Aten.mean.Call(this);

        /// <summary><c>aten::mean.dim</c>.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Aten.mean_dim.Call(this, dimensions, keepdim, type);

        /// <summary><c>aten::prod</c>.</summary>
        public Tensor prod(ScalarType? type = null) => Aten.prod.Call(this, type);

        /// <summary><c>aten::prod.dim_int</c>.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Aten.prod_dim_int.Call(this, dim, keepdim, type);

        /// <summary><c>aten::norm.Scalar</c>.</summary>
        public Tensor norm(float p = 2f) => Aten.norm_Scalar.Call(this, (double)p);

        /// <summary><c>aten::norm.ScalarOpt_dim</c>.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2f) =>
            Aten.norm_ScalarOpt_dim.Call(this, (Scalar)p, new[] { (long)dim }, keepdim);

        /// <summary><c>aten::logsumexp</c>.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.logsumexp.Call(this, new[] { dim }, keepdim);

        /// <summary><c>aten::var</c>.</summary>
        public Tensor var(bool unbiased = true) => Aten.var.Call(this, unbiased);

        /// <summary><c>aten::std</c>.</summary>
        public Tensor std(bool unbiased = true) => Aten.std.Call(this, unbiased);

        /// <summary><c>aten::max</c>.</summary>
        public Tensor max() => Aten.max.Call(this);

        /// <summary><c>aten::max.other</c>.</summary>
        public Tensor max(Tensor other) => Aten.max_other.Call(this, other);

        /// <summary><c>aten::max.dim</c>.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.max_dim.CallPair(this, dim, keepdim);

        /// <summary><c>aten::min</c>.</summary>
        public Tensor min() => Aten.min.Call(this);

        /// <summary><c>aten::min.other</c>.</summary>
        public Tensor min(Tensor other) => Aten.min_other.Call(this, other);

        /// <summary><c>aten::min.dim</c>.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Aten.min_dim.CallPair(this, dim, keepdim);

        /// <summary><c>aten::amax</c>.</summary>
        public Tensor amax(params long[] dims) => Aten.amax.Call(this, dims);

        /// <summary><c>aten::amin</c>.</summary>
        public Tensor amin(params long[] dims) => Aten.amin.Call(this, dims);

        /// <summary><c>aten::argmax</c>.</summary>
        public Tensor argmax() => Aten.argmax.Call(this);

        /// <summary><c>aten::argmax</c>.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Aten.argmax.Call(this, dim, keepdim);

        /// <summary><c>aten::argmin</c>.</summary>
        public Tensor argmin() => Aten.argmin.Call(this);

        /// <summary><c>aten::argmin</c>.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Aten.argmin.Call(this, dim, keepdim);

        /// <summary><c>aten::all</c>.</summary>
        public Tensor all() => Aten.all.Call(this);

        /// <summary><c>aten::all.dim</c>.</summary>
        public Tensor all(long dim, bool keepdim = false) => Aten.all_dim.Call(this, dim, keepdim);

        /// <summary><c>aten::any</c>.</summary>
        public Tensor any() => Aten.any.Call(this);

        /// <summary><c>aten::any.dim</c>.</summary>
        public Tensor any(long dim, bool keepdim = false) => Aten.any_dim.Call(this, dim, keepdim);

        /// <summary><c>aten::cumsum</c>.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.Call(this, dim, type);

        /// <summary><c>aten::cumprod</c>.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.cumprod.Call(this, dim, type);

        /// <summary><c>aten::sort.stable</c>.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.sort_stable.CallPair(this, stable, dim, descending);

        /// <summary><c>aten::softmax.int</c>.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);

        /// <summary><c>aten::log_softmax.int</c>.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax_int.Call(this, dim, dtype);
    }
}
