namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor max(Tensor input, Tensor other) => input.max(other);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor min(Tensor input, Tensor other) => input.min(other);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor atan2(Tensor input, Tensor other) => input.atan2(other);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor xlogy(Tensor x, Tensor y) => x.xlogy(y);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor xlogy(Tensor x, Scalar y) => x.xlogy(y);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor logaddexp(Tensor left, Tensor right) => left.logaddexp(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary><see cref="Tensor"/>'s method of that name.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);
}
