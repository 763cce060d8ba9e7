using System.Diagnostics;

namespace ParityNet.Cli.Tests.Workers;

/// <summary>What a worker does wrong costs its case, is said by name, and never ends the run.</summary>
public class MisbehaviourTests
{
    // Case 20 goes wrong, and the others are right.
    [Theory]
    [InlineData("sys.exit('ValueError: boom') if k == 20 else say(right(q))", "bad must answer mse_loss: expected an answer, got it ended with exit code 1, after \"ValueError: boom\" on its error output.")]
    [InlineData("time.sleep(1000) if k == 20 else say(right(q))", "bad must answer mse_loss: expected an answer, got nothing within 1 s.")]
    [InlineData("say('loss: 3.0') if k == 20 else None\nsay(right(q))", "bad must answer mse_loss with one JSON object a line: expected JSON, got loss: 3.0.")]
    [InlineData("say('') if k == 20 else None\nsay(right(q))", "bad must answer mse_loss with one JSON object a line: expected JSON, got an empty line.")]
    [InlineData("say(dict(right(q), id=999)) if k == 20 else say(right(q))", "bad must answer mse_loss with the id of its request: expected 20, got 999.")]
    [InlineData("say([1]) if k == 20 else say(right(q))", "bad must answer mse_loss with the id of its request: expected 20, got a list.")]
    [InlineData("while k == 20: sys.stdout.write('x' * 100000)\nsay(right(q))", "bad must answer mse_loss: expected an answer, got a line of more than 16777216 bytes.")]
    [InlineData("while k == 20: say({'id': 1})\nsay(right(q))", "bad must answer mse_loss: expected an answer, got 1001 lines that nobody asked for.")]
    [InlineData("sys.stdout.close() if k == 20 else say(right(q))\nwhile k == 20: time.sleep(1)", "bad must answer mse_loss: expected an answer, got nothing within 1 s.")]
    public async Task One_case_is_lost_and_the_others_hold(string text, string sentence)
    {
        using var script = Script.Bare(text);

        Ran ran = await Prove(script);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("Broken: mse_loss in float64: ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("the others hold", ran.Output, StringComparison.Ordinal);
        Assert.Contains(sentence, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("say(dict(right(q), value={'shape': [2], 'data': [1, 2]}))", "bad must answer mse_loss with value: expected a tensor of shape [1], got [2].")]
    [InlineData("say(dict(right(q), value={'shape': [], 'data': ['nan']}))", "bad must answer mse_loss with value: data must hold numbers: expected a number, \"NaN\", \"Infinity\" or \"-Infinity\", got \"nan\".")]
    [InlineData("say({'id': q['id'], 'valu': 1})", "bad must answer mse_loss with value: expected a tensor of shape [1], got none.")]
    [InlineData("say({'id': q['id'], 'error': {'kind': 'backend', 'message': 'no\\nway'}})", "bad must answer mse_loss: expected an answer, got the error \"no way\".")]
    public async Task Answer_of_a_wrong_form_is_said_with_its_case(string text, string sentence)
    {
        using var script = Script.Bare(text);

        Ran ran = await Prove(script);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(sentence, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import sys; sys.exit('no module named mine')", "expected what it can, got it ended with exit code 1, after \"no module named mine\" on its error output.")]
    [InlineData("import time; time.sleep(100)", "expected what it can, got nothing within 1 s.")]
    [InlineData("print('hello', flush=True); input(); input()", "expected JSON, got hello.")]
    [InlineData("print('{\"protocol\": 2}', flush=True); input(); input()", "protocol must be one that both sides speak: expected 1, got 2.")]
    [InlineData("print('{\"protocol\": 1, \"name\": \"torch\", \"language\": \"c\", \"version\": \"\", \"ops\": [{\"op\": \"loss\", \"name\": \"mse_loss\"}]}', flush=True); input(); input()", "name must be the worker's own")]
    [InlineData("print('{\"protocol\": 1, \"name\": \"me\", \"language\": \"c\", \"version\": \"\", \"ops\": [{\"op\": \"loss\", \"name\": \"msee_loss\"}]}', flush=True); input(); input()", "expected one near mse_loss, got msee_loss.")]
    [InlineData("print('{\"protocol\": 1, \"name\": \"me\", \"language\": \"c\", \"version\": \"\", \"ops\": [{\"op\": \"loss\", \"name\": \"huber_loss\", \"options\": [\"detla\"]}]}', flush=True); input(); input()", "expected one near delta, got detla.")]
    public async Task Worker_that_does_not_start_is_bad_usage_in_one_sentence(string text, string containing)
    {
        using var script = Script.Plain(text);

        (await Ran.Of("prove", "mse_loss", "--worker", script.Command, "--start-timeout", text.Contains("sleep", StringComparison.Ordinal) ? "1" : "60"))
            .IsOneSentence(containing);
    }

    [Theory]
    [InlineData("nosuchprogram mine.py", "expected a program, got nosuchprogram")]
    [InlineData("", "expected one such as python3 mine.py, got none")]
    [InlineData("python3 'mine.py", "must close its quotes")]
    public async Task Command_that_cannot_be_run_is_bad_usage(string command, string containing) =>
        (await Ran.Of("prove", "mse_loss", "--worker", command)).IsOneSentence(containing);

    [Fact]
    public async Task Noise_on_the_error_output_is_no_fault()
    {
        using var script = Script.Bare("sys.stderr.write('noise ' * 20000)\nsay(right(q))");

        Ran ran = await Prove(script);

        Assert.Equal(0, ran.ExitCode);
        Assert.StartsWith("Holds: mse_loss in float64", ran.Output, StringComparison.Ordinal);
    }

    // A worker that dies every time is started again three times; from then on its cases are skipped, and the run ends.
    [Fact]
    public async Task Worker_that_always_dies_is_given_up()
    {
        using var script = Script.Bare("sys.exit(5)");
        long started = Stopwatch.GetTimestamp();

        Ran ran = await Prove(script);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("4 of 60 cases have no answer", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Skipped, 56 cases: bad was lost 4 times in mse_loss, and is not asked for it again.", ran.Output, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2));
    }

    static Task<Ran> Prove(Script script) => Ran.Of("prove", "mse_loss", "--worker", script.Command, "--cases", "60", "--timeout", "1");
}
