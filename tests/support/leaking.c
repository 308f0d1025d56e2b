/* Leaks in a case, which the leak sanitizer must find. */
#include <glib.h>

static void
test_leaks (void)
{
  for (guint i = 0; i < 100; i++)
    g_assert_nonnull (g_strdup_printf ("leak %u", i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/leaking/leaks", test_leaks);
  return g_test_run ();
}
