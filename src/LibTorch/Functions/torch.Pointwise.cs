namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor atan(Tensor input) => input.atan();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor lgamma(Tensor input) => input.lgamma();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor digamma(Tensor input) => input.digamma();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor clone(Tensor input) => input.clone();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor t(Tensor input) => input.t();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();
}
