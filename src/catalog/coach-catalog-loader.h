#pragma once

#include "coach-catalog.h"

G_BEGIN_DECLS

/* No content file of ours comes near; what is larger is not read at all. */
#define COACH_CATALOG_MAX_FILE_BYTES (256 * 1024)

CoachCatalog *coach_catalog_load      (const char     *folder,
                                       GError        **error);
CoachCatalog *coach_catalog_load_guides (const char   *folder,
                                         GError      **error);
gboolean      coach_catalog_read_file (CoachCatalog   *self,
                                       const char     *path,
                                       CoachRoutine  **routine,
                                       CoachMove     **move,
                                       GError        **error);
gboolean      coach_catalog_load_lore (CoachCatalog   *self,
                                       GError        **error);

G_END_DECLS
