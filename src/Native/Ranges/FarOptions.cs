using System.Reflection;

namespace ParityNet.Native.Ranges;

/// <summary>Options that <c>float</c> would round to 0 or ∞, so that only extended-range numbers hold them.</summary>
static class FarOptions
{
    /// <summary>Whether the spec, or one inside it, has such an option.</summary>
    public static bool AreIn<T>(OpSpec spec) => typeof(T) == typeof(float) && AreIn(spec);

    static bool AreIn(OpSpec spec) => spec.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => Holds(property.PropertyType))
        .Any(property => property.GetValue(spec) switch
        {
            double number => IsFar(number),
            IEnumerable<double> numbers => numbers.Any(IsFar),
            OpSpec inner => AreIn(inner),
            IEnumerable<OpSpec> all => all.Any(AreIn),
            _ => false,
        });

    static bool Holds(Type type) => type == typeof(double) || type == typeof(double?) || type.IsAssignableTo(typeof(OpSpec))
        || type.IsAssignableTo(typeof(IEnumerable<double>)) || type.IsAssignableTo(typeof(IEnumerable<OpSpec>));

    static bool IsFar(double number) => number != 0 && double.IsFinite(number) && ((float)number == 0 || !float.IsFinite((float)number));
}
