using System.Globalization;
using System.Numerics;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class ExactTests
{
    // Computed with mpmath 1.3.0 at 95 digits, printed with 88.
    [Theory]
    [InlineData("π", "3.141592653589793238462643383279502884197169399375105820974944592307816406286208998628035")]
    [InlineData("log 2", "0.6931471805599453094172321214581765680755001343602552541206800094933936219696947156058633")]
    [InlineData("exp 1", "2.718281828459045235360287471352662497757247093699959574966967627724076630353547594571382")]
    [InlineData("exp -3.5", "0.03019738342231850073978629236361984507166053224765700667134022308504472581036203041092274")]
    [InlineData("log 10", "2.302585092994045684017991454684364207601101488628772976033327900967572609677352480235997")]
    [InlineData("log1p 9.313225746154785E-10", "0.0000000009313225741817976469000627485243784799077905107616073198187759902691031227029848498325374")]
    [InlineData("expm1 -9.5367431640625E-07", "-0.0000009536738616590436737910799241224667558785139650135229786446029849419775304081241639443519")]
    [InlineData("tanh 0.75", "0.6351489523872873192144343573124964950924816871618092332201099229902284426110654382508774")]
    [InlineData("erf 1", "0.8427007929497148693412206350826092592960669979663029084599378978347172540960108412619833")]
    [InlineData("erf 0.125", "0.1403162048013338173930294465216233981869795831498454731141730264276364687366122566360818")]
    [InlineData("erf 5", "0.9999999999984625402055719651498116565146166211098819496852766200693120859440796086354413")]
    [InlineData("sigmoid -2", "0.1192029220221175559402708586976032047936157013710317242015947499390233777116807582705262")]
    [InlineData("softplus 3", "3.0485873515737420587589259198546899979418816428281086205308469804875198186614667820246")]
    [InlineData("sqrt 2", "1.414213562373095048801688724209698078569671875376948073176679737990732478462107038850388")]
    [InlineData("sin 0.75", "0.6816387600233341667332419527798939353383823946592299092136252621511003888870037827531453")]
    [InlineData("sin -3.5", "0.3507832276896198481203688000436355850849817359405834854157551490706494495744411752623079")]
    [InlineData("sin 3.141592653589793", "0.0000000000000001224646799147353177226065932274997997083053901299791949488257716260869609973258103775093")]
    [InlineData("sin 1e+22", "-0.8522008497671888017727058937530293682617621504100436562565093260259103119920962015354363")]
    [InlineData("sin 1.7976931348623157e+308", "0.004961954789184061790502671197074705750764699956791831722604733008698888741623256941752589")]
    [InlineData("sin 1e-30", "0.000000000000000000000000000001000000000000000083336420607585985350931336026868654502364509616882195848743497973742253")]
    [InlineData("cos 0.75", "0.7316888688738208863118387530000845438405412760507724825076832202207500825015694995409676")]
    [InlineData("cos 1.5707963267948966", "0.00000000000000006123233995736765886130329661375001464640377798836283052096054982772486308397709637951341")]
    [InlineData("cos -100", "0.8623188722876839341019385139508425355100840085355108292801621126927210880509266241030951")]
    [InlineData("cos 5.319372648326541e+255", "-0.0000000000000000004687165924254627611122582801963884398777914718971083783256977689161920374093894172163638")]
    [InlineData("atan 0.75", "0.6435011087932843868028092287173226380415105911153123828656061187135124748116210887128168")]
    [InlineData("atan -1", "-0.7853981633974483096156608458198757210492923498437764552437361480769541015715522496570087")]
    [InlineData("atan 10000000000.0", "1.570796326694896619231321691640084775431918033020884243820805629487241550762152118361636")]
    [InlineData("atan 1e-30", "0.000000000000000000000000000001000000000000000083336420607585985350931336026868654502364509450215529182076789638865282")]
    [InlineData("atan 1e+300", "1.570796326794896619231321691639751442098584699687552910487472296153908203143104499314017")]
    [InlineData("pow 2.5 0.3", "1.316382204334237400112084292978802255039321703542159959997958874554240517231115306261336")]
    [InlineData("pow 0.1 -7.25", "17782794.10038922085546476044949058910893632922019236776593550226042585933802540733737203")]
    [InlineData("pow 3 100.5", "892660050986726025793758618484491202448379176856.3276262712739899740159884014984130985187")]
    [InlineData("pow -1.5 3", "-3.375000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public void Functions_have_the_digits_that_an_independent_library_prints(string expression, string digits)
    {
        string[] parts = expression.Split(' ');
        Ball x = Ball.FromDouble(parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        Ball value = parts[0] switch
        {
            "π" => BallFunctions.Pi,
            "exp" => BallFunctions.Exp(x),
            "log" => BallFunctions.Log(x),
            "log1p" => BallFunctions.Log1p(x),
            "expm1" => BallFunctions.Expm1(x),
            "tanh" => BallFunctions.Tanh(x),
            "erf" => BallFunctions.Erf(x),
            "sin" => BallTrigonometry.Sin(x),
            "cos" => BallTrigonometry.Cos(x),
            "atan" => BallTrigonometry.ArcTangent(x),
            "pow" => Power(x, double.Parse(parts[2], CultureInfo.InvariantCulture)),
            "sigmoid" => BallFunctions.Sigmoid(x),
            "softplus" => BallFunctions.Softplus(x),
            _ => Ball.Sqrt(x),
        };
        Assert.True(value.Radius.IsZero || new Ball(value.Radius, 0, value.Exponent).Magnitude < value.Magnitude - 280);
        int point = digits.IndexOf('.');
        BigInteger unit = BigInteger.Pow(10, digits.Length - point - 1);
        Ball printed = new Ball(BigInteger.Parse(digits.Remove(point, 1), CultureInfo.InvariantCulture), 1, 0) / new Ball(unit, 0, 0);
        Assert.True((value - printed).HasZero, expression);
    }

    // Of a negative base and an odd exponent here.
    static Ball Power(Ball x, double exponent) => x.Mid.Sign < 0
        ? -Power(-x, exponent)
        : BallFunctions.Exp(Ball.FromDouble(exponent) * BallFunctions.Log(x));

    [Fact]
    public void Inverse_functions_undo_each_other_within_the_radius()
    {
        Random random = new(12);
        for (int i = 0; i < 200; i++)
        {
            Ball x = Ball.FromDouble((random.NextDouble() - 0.5) * 100);
            Assert.True((BallFunctions.Log(BallFunctions.Exp(x)) - x).HasZero);
            Assert.True((BallFunctions.Log1p(BallFunctions.Expm1(x)) - x).HasZero);
            Assert.True((Ball.Sqrt(x * x) - Ball.Abs(x)).HasZero);
            Assert.True((x / 3 * 3 - x).HasZero);
            Assert.True((BallFunctions.Tanh(x) - (2 * BallFunctions.Sigmoid(x.Scale(1)) - 1)).HasZero);
        }
    }

    [Fact]
    public void The_nearest_double_is_the_correctly_rounded_one()
    {
        Random random = new(13);
        for (int i = 0; i < 20_000; i++)
        {
            double a = Points.Random<double>(random), b = Points.Random<double>(random);
            double quotient = a / b;
            if (!double.IsFinite(a) || !double.IsFinite(b) || b == 0 || !double.IsFinite(quotient))
                continue;
            Assert.Equal(quotient, (Exact.Of(a) / Exact.Of(b)).ToDouble());
            Assert.Equal(Math.Sqrt(Math.Abs(a)), Exact.Sqrt(Exact.Of(Math.Abs(a))).ToDouble());
        }
    }

    [Fact]
    public void Special_values_are_those_of_IEEE()
    {
        Exact infinity = Exact.Of(double.PositiveInfinity), zero = Exact.Of(0), one = Exact.Of(1);
        Assert.Equal(
            [double.NaN, double.NaN, double.NaN, double.PositiveInfinity, 0, double.NegativeInfinity, double.NaN, 1, 0, -1, 0.5],
            [
                (infinity - infinity).ToDouble(), (zero * infinity).ToDouble(), (zero / zero).ToDouble(), (one / zero).ToDouble(),
                (one / infinity).ToDouble(), Exact.Log(zero).ToDouble(), Exact.Log(-one).ToDouble(), Exact.Exp(zero).ToDouble(),
                Exact.Exp(-infinity).ToDouble(), Exact.Tanh(-infinity).ToDouble(), Exact.Sigmoid(zero).ToDouble(),
            ]);
    }

    [Fact]
    public void Errors_are_counted_in_ULP_of_the_exact_value()
    {
        Exact third = Exact.Of(1) / Exact.Of(3);
        Assert.Equal(1 / 3.0, third.UlpError(1f / 3));
        Assert.Equal(4 / 3.0, third.UlpError(MathF.BitIncrement(1f / 3)));
        Assert.Equal(0, Exact.Of(1e39).UlpError(float.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, Exact.Of(1e38).UlpError(float.PositiveInfinity));
        Assert.Equal(0, (Exact.Of(0) / Exact.Of(0)).UlpError(float.NaN));
        Assert.Equal(double.PositiveInfinity, third.UlpError(float.NaN));
        Assert.Equal(1, Exact.Of(0).UlpError(float.Epsilon));
    }

    [Fact]
    public void The_exact_value_of_a_random_expression_is_inside_the_enclosures_of_both_types()
    {
        Random random = new(14);
        for (int i = 0; i < 5_000; i++)
        {
            Expression expression = Expression.Random(random, 4, () => Points.Random<float>(random));
            Exact exact = expression.Evaluate<Exact>();
            if (exact.IsUndecided)
                continue;
            AssertInside(expression, exact, expression.Evaluate<Enclosure<float>>());
            AssertInside(expression, exact, expression.Evaluate<Enclosure<double>>());
        }
    }

    static void AssertInside<T>(Expression expression, Exact exact, Enclosure<T> enclosure)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double value = exact.ToDouble();
        bool inside = double.IsNaN(value)
            // An exponential can be too large for the exact system as well.
            ? enclosure.MayBeNaN || enclosure.ContainsBeyondRange(T.NaN)
            : double.BitDecrement(enclosure.Lo) <= value && value <= double.BitIncrement(enclosure.Hi);
        // The result itself is rounded to the type: one beyond its range is infinite or 0.
        T rounded = T.CreateTruncating(value);
        inside |= (T.IsInfinity(rounded) || T.IsZero(rounded)) && enclosure.Contains(rounded);
        Assert.True(inside, $"{expression}: {exact} in {enclosure}");
    }
}
