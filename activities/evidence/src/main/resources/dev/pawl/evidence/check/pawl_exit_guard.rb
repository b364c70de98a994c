# Loaded by Ruby before the code under test, from outside the workspace.
#
# Code under test runs in the process of its own tests. A file that ends this process with code 0 while it is loaded, a
# function that does so under its tests or before the check came to its last statement, and an uncaught error that is
# turned into an exit with code 0 make tests green that did not run. Each of them ends the check with exit code 97 and a line
# on stderr. It changes nothing for a program that ends itself, or for a process that a test starts.
module PawlExitGuard
  REFUSED = 97
  RUNNER = %r{/(?:minitest|rspec/core|test/unit)[/.]}.freeze
  TESTS = %r{/(?:test|tests|spec|features)/|_(?:test|spec)\.rb\z|/test_[^/]+\.rb\z}.freeze
  CORE = [
    %w[BasicObject Object Kernel Integer Float String Symbol Array Hash NilClass TrueClass FalseClass],
    %i[== != eql? equal? raise]
  ].freeze
  LIBRARIES = [
    %w[
      Minitest::Assertions Minitest::Test Minitest::Runnable Minitest::Reportable Test::Unit::Assertions
      Test::Unit::TestCase RSpec::Expectations::ExpectationTarget
      RSpec::Expectations::ExpectationTarget::InstanceMethods RSpec::Matchers
      RSpec::Matchers::BuiltIn::Eq RSpec::Matchers::BuiltIn::BaseMatcher RSpec::Core::Example
    ],
    %i[
      assert assert_equal assert_nil assert_raises assert_in_delta assert_includes refute refute_equal flunk run passed?
      failures to not_to to_not expect eq match matches? does_not_match?
    ]
  ].freeze
  ASKS = /\A(?:raise|fail|abort|assert|refute|expect|check|verify|must)/.freeze
  LOOPS = %i[each each_with_index each_pair each_char map times upto downto step loop select all? any?].freeze

  class << self
    def start(root)
      @root = File.realpath(root) + File::SEPARATOR
      @process = Process.pid
      @guard = File.realpath(__FILE__)
      @program = real($PROGRAM_NAME)
      at_exit { last($!) }
    rescue SystemCallError
      @process = nil
    end

    # The error that ended the program, seen before a handler of its end raised another.
    def ending(error)
      @first = [error] unless defined?(@first)
    end

    # An exit that runs no handlers.
    def leaving(status)
      return unless green?(status) && mine?
      sites = caller_locations(1).reject { |site| real(site.absolute_path) == @guard }
      why = reason(sites)
      refuse(why) if why
    end

    # Another program in the place of this one.
    def replacing
      return unless mine?
      file = loading(caller_locations(1))
      refuse("#{short(file)} replaced the process while it was loaded") if file
    end

    private

    def mine?
      @process == Process.pid
    end

    def green?(status)
      status == true || status.nil? || status == 0
    end

    def last(error)
      return unless mine?
      ending(error)
      [@first.first, error].uniq.each do |end_of_it|
        next unless end_of_it.is_a?(SystemExit) && end_of_it.success?
        why = reason(end_of_it.backtrace_locations || [])
        refuse(why) if why
      end
      why = replaced
      refuse(why) if why
    end

    # What of the tests' own the code under test has put something else in the place of; nil for nothing.
    def replaced
      [CORE, LIBRARIES].each do |names, methods|
        names.select { |name| Object.const_defined?(name) }.product(methods) do |name, method|
          part = Object.const_get(name)
          next unless part.method_defined?(method) || part.private_method_defined?(method)
          found = part.instance_method(method)
          # A method of a script itself, which every object has.
          next if names.equal?(LIBRARIES.first) && found.owner == Object
          file = real(found.source_location&.first)
          return "#{short(file)} replaced #{name}##{method}" if own?(file) && !TESTS.match?("/#{short(file)}") && file != @program
        end
      end
      nil
    rescue StandardError
      nil
    end

    # Why an exit with code 0 is none of the program's own; nil if it is.
    def reason(sites)
      by = sites.empty? ? '' : real(sites.first.absolute_path)
      return nil if !own?(by) || by == @program
      file = loading(sites)
      return "#{short(file)} ended the process while it was loaded" if file
      return "#{short(by)} ended the process of its tests" if runner?(sites) || ending?(sites)
      cut_short?(sites) ? "#{short(by)} ended the check before its last statement" : nil
    end

    # Whether the program's own statements came to their end, after which some runners run their tests.
    def ending?(sites)
      sites.none? { |site| site.label == '<main>' }
    end

    def runner?(sites)
      sites.any? { |site| RUNNER.match?(site.absolute_path.to_s) }
    end

    # The file of the workspace that is being loaded now; nil if none is.
    def loading(sites)
      site = sites.find { |one| one.label == '<top (required)>' && own?(real(one.absolute_path)) }
      site && real(site.absolute_path)
    end

    def own?(file)
      file.start_with?(@root) && !file.include?('/vendor/bundle/')
    end

    def real(file)
      file ? File.realpath(file) : ''
    rescue SystemCallError
      ''
    end

    def short(file)
      file.delete_prefix(@root)
    end

    # Whether the exit kept statements of the program from being run.
    def cut_short?(sites)
      lines = sites.select { |site| real(site.absolute_path) == @program }.map(&:lineno)
      return false if lines.empty? || !own?(@program) || !defined?(RubyVM::AbstractSyntaxTree)
      tree = RubyVM::AbstractSyntaxTree.parse_file(@program)
      lines.any? { |line| !ends_in?(around(tree, line), line) }
    rescue StandardError, SyntaxError
      false
    end

    # The body of the innermost method at a line, or of the program.
    def around(tree, line)
      found = tree
      walk(tree) { |node| found = node if %i[DEFN DEFS].include?(node.type) && spans?(node, line) }
      body(found)
    end

    def walk(node, &block)
      block.call(node)
      nodes(node).each { |child| walk(child, &block) }
    end

    def nodes(node)
      node.children.grep(RubyVM::AbstractSyntaxTree::Node)
    end

    def body(node)
      scope = %i[DEFN DEFS ITER].include?(node.type) ? nodes(node).last : node
      scope && scope.type == :SCOPE ? nodes(scope).last : scope
    end

    def spans?(node, line)
      node.first_lineno <= line && line <= node.last_lineno
    end

    # Whether nothing of a body is left to run after the statement at a line.
    def ends_in?(body, line)
      return true if body.nil?
      final = body.type == :BLOCK ? nodes(body).last : body
      return false unless spans?(final, line)
      case final.type
      when :FOR, :WHILE, :UNTIL then false
      when :IF, :UNLESS
        return false if spans?(nodes(final).first, line) && asks?(final)
        within(final, line)
      when :RESCUE, :ENSURE then within(final, line)
      when :ITER
        called = nodes(final).first
        inner = body(final)
        return true if inner.nil? || !spans?(inner, line)
        LOOPS.none? { |name| called.children.include?(name) } && ends_in?(inner, line)
      else !asks?(final)
      end
    end

    def within(statement, line)
      nodes(statement).select { |part| spans?(part, line) }.all? { |part| part.type == :BLOCK ? ends_in?(part, line) : true }
    end

    # Whether a statement goes on with an answer, and does not just come to its end.
    def asks?(statement)
      found = false
      walk(statement) { |node| found ||= %i[FCALL VCALL].include?(node.type) && ASKS.match?(node.children.first.to_s) }
      found
    end

    def refuse(why)
      $stdout.flush rescue nil
      $stderr.flush rescue nil
      STDERR.syswrite("\npawl: refused: #{why}\n") rescue nil
      Process.pawl_leave(REFUSED)
    end
  end
end

if ENV['PAWL_CHECK_ROOT'] && File.directory?(ENV['PAWL_CHECK_ROOT'])
  verbose, $VERBOSE = $VERBOSE, nil

  class << Process
    alias pawl_leave exit!
    alias pawl_replace exec

    def exit!(status = false)
      PawlExitGuard.leaving(status)
      pawl_leave(status)
    end

    def exec(*command, **options)
      PawlExitGuard.replacing
      pawl_replace(*command, **options)
    end
  end

  module Kernel
    alias pawl_at_exit at_exit
    private :pawl_at_exit

    def exit!(status = false)
      Process.exit!(status)
    end

    def exec(*command, **options)
      Process.exec(*command, **options)
    end

    def at_exit(&block)
      return pawl_at_exit if block.nil?
      pawl_at_exit do
        PawlExitGuard.ending($!)
        block.call
      end
      block
    end
    private :exit!, :exec, :at_exit
    module_function :exit!, :exec, :at_exit
  end

  $VERBOSE = verbose
  PawlExitGuard.start(ENV['PAWL_CHECK_ROOT'])
end
