package io.parley.local.up;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs the main method of the class named by the first argument, and ends the JVM in good
 * order when standard input ends: the process that holds the other end has asked for it
 * or has died. Travels alone into the service's JVM, so it uses nothing but the JDK.
 */
final class GuardedMain {

	private GuardedMain() {
	}

	static void main(String[] args) throws Exception {
		Thread.ofPlatform().daemon().name("parent-watch").start(GuardedMain::exitWithParent);
		Method main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
		main.setAccessible(true);
		try {
			main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
		}
		catch (InvocationTargetException ex) {
			ex.printStackTrace();
			System.exit(1);
		}
	}

	private static void exitWithParent() {
		try {
			System.in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException _) {
			// A broken pipe is the end of the parent, too.
		}
		System.exit(0);
	}

}
