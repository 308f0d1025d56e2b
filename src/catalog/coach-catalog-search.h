#pragma once

#include "coach-catalog.h"

G_BEGIN_DECLS

GPtrArray *coach_catalog_search (CoachCatalog *self,
                                 const char   *words);

G_END_DECLS
