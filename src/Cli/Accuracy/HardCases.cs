namespace ParityNet.Cli.Accuracy;

/// <summary>Published <c>double</c> arguments at which a function's value is closest to the midpoint of two neighbouring numbers.</summary>
/// <remarks>
/// V. Lefèvre, J.-M. Muller, Worst cases for correct rounding of the elementary functions in double precision, 2003, and V. Lefèvre's lists
/// since then (vinc17.net/research/testlibm); for erf and rsqrt those of CORE-MATH (A. Sibidanov, P. Zimmermann, S. Glondu). The list has
/// the closest of each: the value is within 2⁻⁵⁰ ULP of the midpoint, mostly within 2⁻⁵⁶.
/// </remarks>
static class HardCases
{
    static readonly Dictionary<string, double[]> All = new()
    {
        ["exp"] =
        [
            7.541752774995959E-10, -6.03594674424366E-10, 0.00010538831410138832, 0.837522455340574, 0.005528277479060492, 1.6744336219614115,
            -2.0173718153791254, -5.77934084246919, -0.5681328666204585, 13.278663800537615,
        ],
        ["expm1"] =
        [
            0.0011264644051563817, 2.014564325605376E-05, 1.9515836569307815E-07, -8.140289677804273E-14, 8.140289677804052E-14, 6.57286690024966E-08,
            -1.3126782364662344E-07, -5.438959822042074E-16, 5.438959822042073E-16, -1.017322351301034E-05, 7.578197272444695E-14,
                -0.00011273768652332731,
        ],
        ["log"] =
        [
            4.492700575938173E+220, 1.7331122411293055E+233, 4.01569157463584E-11, 3.849257202283994E+102, 4.0854514513414446E+163,
                2.4071743482706767E+151,
            5.238831649333797E+144, 1.4079358618756103E+58, 1.324035726909275E+56, 7.584856027201871E+99, 5.7940016725184616E+138,
                5.342706499190254E+275,
        ],
        ["log1p"] =
        [
            16.095327585176175, 16448.812486510855, 0.1340381358021952, 9.56286632969622E-07, 8.235284955915507, 0.5056064487773347,
                1.0887783339988053, 16.765651585419945,
        ],
        ["tanh"] =
        [
            4.470348358154416E-07, 2.682209014895151E-06, 0.2090839974007307, 2.1520312367142775, 5.672056323743553E-07, 4.2090012758746494E-07,
        ],
        ["erf"] = [1.921020997052452E-11, 0.02067360772998311, 2.148957326370937E-09],
        ["pow(-0.5)"] = [1.6510283997447917],
    };

    /// <summary>The arguments of a function; none where none are known.</summary>
    /// <param name="name">The function.</param>
    public static IReadOnlyList<double> Of(string name) => All.GetValueOrDefault(name) ?? [];
}
