namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor norm(Tensor input) => input.norm();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor norm(Tensor input, float p = 2f) => input.norm(p);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor max(Tensor input) => input.max();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => input.max(dim, keepdim);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor min(Tensor input) => input.min();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => input.min(dim, keepdim);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor amax(Tensor input, long[] dims) => input.amax(dims);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor all(Tensor input) => input.all();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor any(Tensor input) => input.any();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
